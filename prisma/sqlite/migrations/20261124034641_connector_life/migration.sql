-- CreateTable
CREATE TABLE "ConnectorDraft" (
    "connectorId" TEXT NOT NULL PRIMARY KEY,
    "baseVersion" INTEGER NOT NULL,
    "draft" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "authorId" TEXT NOT NULL,
    "authorName" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "validationRunId" TEXT,
    "restoredFrom" INTEGER,
    CONSTRAINT "ConnectorDraft_connectorId_fkey" FOREIGN KEY ("connectorId") REFERENCES "Connector" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Connector" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameKey" TEXT,
    "description" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "partnerKind" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "searchText" TEXT NOT NULL,
    "currentVersionNumber" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "health" TEXT NOT NULL DEFAULT 'never',
    "lastValidatedAt" DATETIME,
    "lastRunId" TEXT,
    "draftRevision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "deletedAt" DATETIME,
    "deletedById" TEXT,
    "deletedByName" TEXT
);
INSERT INTO "new_Connector" ("createdAt", "currentVersionNumber", "description", "direction", "enabled", "fingerprint", "health", "id", "lastRunId", "lastValidatedAt", "name", "nameKey", "partnerKind", "searchText", "updatedAt") SELECT "createdAt", "currentVersionNumber", "description", "direction", "enabled", "fingerprint", "health", "id", "lastRunId", "lastValidatedAt", "name", "nameKey", "partnerKind", "searchText", "updatedAt" FROM "Connector";
DROP TABLE "Connector";
ALTER TABLE "new_Connector" RENAME TO "Connector";
CREATE UNIQUE INDEX "Connector_nameKey_key" ON "Connector"("nameKey");
CREATE INDEX "Connector_enabled_nameKey_idx" ON "Connector"("enabled", "nameKey");
CREATE INDEX "Connector_health_lastValidatedAt_nameKey_idx" ON "Connector"("health", "lastValidatedAt", "nameKey");
CREATE INDEX "Connector_lastValidatedAt_idx" ON "Connector"("lastValidatedAt");
CREATE INDEX "Connector_partnerKind_nameKey_idx" ON "Connector"("partnerKind", "nameKey");
CREATE INDEX "Connector_deletedAt_idx" ON "Connector"("deletedAt");
CREATE TABLE "new_ConnectorVersion" (
    "connectorId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "note" TEXT,
    "reason" TEXT,
    "restoredFrom" INTEGER,
    "createdAt" DATETIME NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdByName" TEXT NOT NULL,
    "validationRunId" TEXT,
    "failureAcknowledged" BOOLEAN NOT NULL DEFAULT false,

    PRIMARY KEY ("connectorId", "number"),
    CONSTRAINT "ConnectorVersion_connectorId_fkey" FOREIGN KEY ("connectorId") REFERENCES "Connector" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_ConnectorVersion" ("connectorId", "createdAt", "createdById", "createdByName", "failureAcknowledged", "fingerprint", "note", "number", "settings", "validationRunId") SELECT "connectorId", "createdAt", "createdById", "createdByName", "failureAcknowledged", "fingerprint", "note", "number", "settings", "validationRunId" FROM "ConnectorVersion";
DROP TABLE "ConnectorVersion";
ALTER TABLE "new_ConnectorVersion" RENAME TO "ConnectorVersion";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- What was published and what was done stay as they are: the database refuses, whoever asks.
-- A table that a later migration makes anew loses its triggers: write them again there.
CREATE TRIGGER "ConnectorVersion_no_update" BEFORE UPDATE ON "ConnectorVersion" BEGIN
    SELECT RAISE(ABORT, 'A published version is never changed.');
END;
CREATE TRIGGER "ConnectorVersion_no_delete" BEFORE DELETE ON "ConnectorVersion" BEGIN
    SELECT RAISE(ABORT, 'A published version is never removed.');
END;
-- REPLACE removes the row that is in its way without asking the trigger above.
CREATE TRIGGER "ConnectorVersion_no_replace" BEFORE INSERT ON "ConnectorVersion"
WHEN EXISTS (SELECT 1 FROM "ConnectorVersion" WHERE "connectorId" = NEW."connectorId" AND "number" = NEW."number") BEGIN
    SELECT RAISE(ABORT, 'A published version is never replaced.');
END;
CREATE TRIGGER "AuditEntry_no_update" BEFORE UPDATE ON "AuditEntry" BEGIN
    SELECT RAISE(ABORT, 'An entry of the audit log is never changed.');
END;
CREATE TRIGGER "AuditEntry_no_delete" BEFORE DELETE ON "AuditEntry" BEGIN
    SELECT RAISE(ABORT, 'An entry of the audit log is never removed.');
END;
CREATE TRIGGER "AuditEntry_no_replace" BEFORE INSERT ON "AuditEntry"
WHEN EXISTS (SELECT 1 FROM "AuditEntry" WHERE "sequence" = NEW."sequence") BEGIN
    SELECT RAISE(ABORT, 'An entry of the audit log is never replaced.');
END;
