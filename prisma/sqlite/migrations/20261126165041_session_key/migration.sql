-- CreateTable
CREATE TABLE "SessionKey" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "fingerprint" TEXT NOT NULL,
    "since" DATETIME NOT NULL
);
