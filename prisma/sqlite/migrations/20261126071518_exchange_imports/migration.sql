-- AlterTable
ALTER TABLE "AcceptedDomain" ADD COLUMN "exchange" JSONB;

-- AlterTable
ALTER TABLE "TransportRule" ADD COLUMN "exchange" JSONB;

-- CreateTable
CREATE TABLE "ExchangeImport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "fileName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdByName" TEXT NOT NULL,
    "file" JSONB NOT NULL,
    "report" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "appliedAt" DATETIME,
    "appliedById" TEXT,
    "appliedByName" TEXT,
    "applied" JSONB
);

-- CreateIndex
CREATE INDEX "ExchangeImport_createdAt_idx" ON "ExchangeImport"("createdAt");
