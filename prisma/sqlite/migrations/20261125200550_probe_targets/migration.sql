-- AlterTable
ALTER TABLE "ValidationRun" ADD COLUMN "earlier" JSONB;

-- CreateTable
CREATE TABLE "ProbeTarget" (
    "target" TEXT NOT NULL PRIMARY KEY,
    "fullAt" DATETIME NOT NULL,
    "heldBy" TEXT,
    "heldUntil" DATETIME
);

-- CreateIndex
CREATE INDEX "ProbeTarget_fullAt_idx" ON "ProbeTarget"("fullAt");
