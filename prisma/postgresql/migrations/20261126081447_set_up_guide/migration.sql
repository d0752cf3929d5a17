-- CreateTable
CREATE TABLE "GuideChoice" (
    "id" INTEGER NOT NULL,
    "scenario" TEXT NOT NULL,
    "chosenAt" TIMESTAMP(3) NOT NULL,
    "chosenById" TEXT NOT NULL,
    "chosenByName" TEXT NOT NULL,

    CONSTRAINT "GuideChoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GuideMark" (
    "journey" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "markedAt" TIMESTAMP(3) NOT NULL,
    "byId" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "GuideMark_pkey" PRIMARY KEY ("journey","step","subject")
);

-- CreateTable
CREATE TABLE "GuideCheck" (
    "domain" TEXT NOT NULL,
    "checkedAt" TIMESTAMP(3) NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "GuideCheck_pkey" PRIMARY KEY ("domain")
);
