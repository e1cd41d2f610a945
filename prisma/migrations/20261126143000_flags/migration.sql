-- CreateEnum
CREATE TYPE "ScreeningState" AS ENUM ('running', 'done', 'failed');

-- CreateEnum
CREATE TYPE "FlagState" AS ENUM ('found', 'judging', 'reminded', 'assigned', 'handling', 'closed', 'dismissed');

-- CreateTable
CREATE TABLE "Screening" (
    "id" TEXT NOT NULL,
    "asOf" DATE NOT NULL,
    "lastBatch" INTEGER NOT NULL,
    "knownBy" TEXT NOT NULL,
    "settings" TEXT NOT NULL,
    "given" JSONB NOT NULL,
    "state" "ScreeningState" NOT NULL DEFAULT 'running',
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMP(3),
    "error" TEXT,
    "tested" JSONB NOT NULL DEFAULT '[]',
    "findings" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Screening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Flag" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "industry" TEXT NOT NULL,
    "issue" TEXT NOT NULL,
    "enterprise" TEXT NOT NULL,
    "state" "FlagState" NOT NULL DEFAULT 'found',
    "firstDay" DATE NOT NULL,
    "lastDay" DATE NOT NULL,
    "screeningId" TEXT NOT NULL,
    "signal" JSONB NOT NULL,
    "snoozedUntil" DATE,
    "foundAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FlagStep" (
    "id" TEXT NOT NULL,
    "flagId" TEXT NOT NULL,
    "from" "FlagState" NOT NULL,
    "to" "FlagState" NOT NULL,
    "note" TEXT NOT NULL,
    "snoozedUntil" DATE,
    "persona" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FlagStep_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Screening_asOf_lastBatch_knownBy_settings_key" ON "Screening"("asOf", "lastBatch", "knownBy", "settings");

-- CreateIndex
CREATE INDEX "Screening_startedAt_idx" ON "Screening"("startedAt");

-- CreateIndex
CREATE INDEX "Flag_key_idx" ON "Flag"("key");

-- CreateIndex
CREATE INDEX "Flag_lastDay_idx" ON "Flag"("lastDay");

-- CreateIndex
CREATE INDEX "FlagStep_flagId_idx" ON "FlagStep"("flagId");

-- AddForeignKey
ALTER TABLE "FlagStep" ADD CONSTRAINT "FlagStep_flagId_fkey" FOREIGN KEY ("flagId") REFERENCES "Flag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
