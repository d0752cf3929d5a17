-- DropForeignKey
ALTER TABLE "ConnectorVersion" DROP CONSTRAINT "ConnectorVersion_connectorId_fkey";

-- AlterTable
ALTER TABLE "Connector" ADD COLUMN     "deletedAt" TIMESTAMP(3),
ADD COLUMN     "deletedById" TEXT,
ADD COLUMN     "deletedByName" TEXT,
ADD COLUMN     "draftRevision" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "nameKey" DROP NOT NULL;

-- AlterTable
ALTER TABLE "ConnectorVersion" ADD COLUMN     "reason" TEXT,
ADD COLUMN     "restoredFrom" INTEGER;

-- CreateTable
CREATE TABLE "ConnectorDraft" (
    "connectorId" TEXT NOT NULL,
    "baseVersion" INTEGER NOT NULL,
    "draft" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "authorId" TEXT NOT NULL,
    "authorName" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "validationRunId" TEXT,
    "restoredFrom" INTEGER,

    CONSTRAINT "ConnectorDraft_pkey" PRIMARY KEY ("connectorId")
);

-- CreateIndex
CREATE INDEX "Connector_deletedAt_idx" ON "Connector"("deletedAt");

-- AddForeignKey
ALTER TABLE "ConnectorVersion" ADD CONSTRAINT "ConnectorVersion_connectorId_fkey" FOREIGN KEY ("connectorId") REFERENCES "Connector"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConnectorDraft" ADD CONSTRAINT "ConnectorDraft_connectorId_fkey" FOREIGN KEY ("connectorId") REFERENCES "Connector"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was published and what was done stay as they are: the database refuses, whoever asks.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Rows of "%" are never changed or removed.', TG_TABLE_NAME;
END;
$$;
CREATE TRIGGER "ConnectorVersion_no_change" BEFORE UPDATE OR DELETE ON "ConnectorVersion" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "ConnectorVersion_no_truncate" BEFORE TRUNCATE ON "ConnectorVersion" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "AuditEntry_no_change" BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "AuditEntry_no_truncate" BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
