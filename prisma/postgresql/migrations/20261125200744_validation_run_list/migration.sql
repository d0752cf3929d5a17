-- CreateIndex
CREATE INDEX "ValidationRun_requestedAt_idx" ON "ValidationRun"("requestedAt");

-- CreateIndex
CREATE INDEX "ValidationRun_outcome_requestedAt_idx" ON "ValidationRun"("outcome", "requestedAt");

-- CreateIndex
CREATE INDEX "ValidationRun_requestedById_requestedAt_idx" ON "ValidationRun"("requestedById", "requestedAt");
