-- CreateTable
CREATE TABLE "SessionKey" (
    "id" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SessionKey_pkey" PRIMARY KEY ("id")
);
