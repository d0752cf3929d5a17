-- CreateTable
CREATE TABLE "AcceptedDomain" (
    "domain" TEXT NOT NULL PRIMARY KEY,
    "type" TEXT NOT NULL,
    "matchSubDomains" BOOLEAN NOT NULL,
    "isDefault" BOOLEAN,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "TransportRule" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "priority" INTEGER NOT NULL,
    "conditions" JSONB NOT NULL,
    "exceptions" JSONB NOT NULL,
    "connectorId" TEXT NOT NULL,
    "stopProcessing" BOOLEAN NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "RouteHead" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "revision" INTEGER NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "AcceptedDomain_isDefault_key" ON "AcceptedDomain"("isDefault");

-- CreateIndex
CREATE UNIQUE INDEX "TransportRule_nameKey_key" ON "TransportRule"("nameKey");

-- CreateIndex
CREATE INDEX "TransportRule_connectorId_idx" ON "TransportRule"("connectorId");

-- Whatever a route hangs on counts the head on, whoever writes it: a connector in force, a rule, an accepted domain.
INSERT INTO "RouteHead" ("id", "revision") VALUES (1, 0);
CREATE TRIGGER "Connector_insert_route" AFTER INSERT ON "Connector"
BEGIN UPDATE "RouteHead" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "Connector_update_route" AFTER UPDATE OF "currentVersionNumber", "health", "nameKey" ON "Connector"
BEGIN UPDATE "RouteHead" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "AcceptedDomain_insert_route" AFTER INSERT ON "AcceptedDomain"
BEGIN UPDATE "RouteHead" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "AcceptedDomain_update_route" AFTER UPDATE ON "AcceptedDomain"
BEGIN UPDATE "RouteHead" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "AcceptedDomain_delete_route" AFTER DELETE ON "AcceptedDomain"
BEGIN UPDATE "RouteHead" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "TransportRule_insert_route" AFTER INSERT ON "TransportRule"
BEGIN UPDATE "RouteHead" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "TransportRule_update_route" AFTER UPDATE ON "TransportRule"
BEGIN UPDATE "RouteHead" SET "revision" = "revision" + 1; END;
CREATE TRIGGER "TransportRule_delete_route" AFTER DELETE ON "TransportRule"
BEGIN UPDATE "RouteHead" SET "revision" = "revision" + 1; END;
