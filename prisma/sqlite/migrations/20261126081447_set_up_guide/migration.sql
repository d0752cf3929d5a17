-- CreateTable
CREATE TABLE "GuideChoice" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "scenario" TEXT NOT NULL,
    "chosenAt" DATETIME NOT NULL,
    "chosenById" TEXT NOT NULL,
    "chosenByName" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "GuideMark" (
    "journey" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "markedAt" DATETIME NOT NULL,
    "byId" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "note" TEXT,

    PRIMARY KEY ("journey", "step", "subject")
);

-- CreateTable
CREATE TABLE "GuideCheck" (
    "domain" TEXT NOT NULL PRIMARY KEY,
    "checkedAt" DATETIME NOT NULL,
    "facts" JSONB NOT NULL
);
