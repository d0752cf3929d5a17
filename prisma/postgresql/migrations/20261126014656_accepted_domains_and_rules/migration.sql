-- CreateTable
CREATE TABLE "AcceptedDomain" (
    "domain" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "matchSubDomains" BOOLEAN NOT NULL,
    "isDefault" BOOLEAN,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AcceptedDomain_pkey" PRIMARY KEY ("domain")
);

-- CreateTable
CREATE TABLE "TransportRule" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "priority" INTEGER NOT NULL,
    "conditions" JSONB NOT NULL,
    "exceptions" JSONB NOT NULL,
    "connectorId" TEXT NOT NULL,
    "stopProcessing" BOOLEAN NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "TransportRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RouteHead" (
    "id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "RouteHead_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AcceptedDomain_isDefault_key" ON "AcceptedDomain"("isDefault");

-- CreateIndex
CREATE UNIQUE INDEX "TransportRule_nameKey_key" ON "TransportRule"("nameKey");

-- CreateIndex
CREATE INDEX "TransportRule_connectorId_idx" ON "TransportRule"("connectorId");

-- Whatever a route hangs on counts the head on, whoever writes it: a connector in force, a rule, an accepted domain.
INSERT INTO "RouteHead" ("id", "revision") VALUES (1, 0);
CREATE FUNCTION "count_route_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "RouteHead" SET "revision" = "revision" + 1;
    RETURN NULL;
END;
$$;
CREATE TRIGGER "Connector_route" AFTER INSERT OR UPDATE OF "currentVersionNumber", "health", "nameKey" ON "Connector" FOR EACH STATEMENT EXECUTE FUNCTION "count_route_change"();
CREATE TRIGGER "AcceptedDomain_route" AFTER INSERT OR UPDATE OR DELETE ON "AcceptedDomain" FOR EACH STATEMENT EXECUTE FUNCTION "count_route_change"();
CREATE TRIGGER "TransportRule_route" AFTER INSERT OR UPDATE OR DELETE ON "TransportRule" FOR EACH STATEMENT EXECUTE FUNCTION "count_route_change"();
