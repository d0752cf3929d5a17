-- AlterTable
ALTER TABLE "AcceptedDomain" ADD COLUMN     "exchange" JSONB;

-- AlterTable
ALTER TABLE "TransportRule" ADD COLUMN     "exchange" JSONB;

-- CreateTable
CREATE TABLE "ExchangeImport" (
    "id" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdByName" TEXT NOT NULL,
    "file" JSONB NOT NULL,
    "report" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "appliedAt" TIMESTAMP(3),
    "appliedById" TEXT,
    "appliedByName" TEXT,
    "applied" JSONB,

    CONSTRAINT "ExchangeImport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ExchangeImport_createdAt_idx" ON "ExchangeImport"("createdAt");
