-- AlterTable
ALTER TABLE "ValidationRun" ADD COLUMN     "earlier" JSONB;

-- CreateTable
CREATE TABLE "ProbeTarget" (
    "target" TEXT NOT NULL,
    "fullAt" TIMESTAMP(3) NOT NULL,
    "heldBy" TEXT,
    "heldUntil" TIMESTAMP(3),

    CONSTRAINT "ProbeTarget_pkey" PRIMARY KEY ("target")
);

-- CreateIndex
CREATE INDEX "ProbeTarget_fullAt_idx" ON "ProbeTarget"("fullAt");
