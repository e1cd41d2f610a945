-- CreateEnum
CREATE TYPE "AssessmentState" AS ENUM ('draft', 'preview', 'published');

-- CreateEnum
CREATE TYPE "AssessmentStepKind" AS ENUM ('closed', 'revised', 'previewed', 'objected', 'decided', 'published');

-- CreateEnum
CREATE TYPE "AssessmentEntryKind" AS ENUM ('leak', 'bonus');

-- CreateTable
CREATE TABLE "Assessment" (
    "id" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" "AssessmentState" NOT NULL DEFAULT 'draft',
    "table" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "asOf" DATE NOT NULL,
    "lastBatch" INTEGER NOT NULL,
    "calendarUntil" DATE,
    "difference" JSONB,
    "objectionsUntil" DATE,

    CONSTRAINT "Assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssessmentStep" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "kind" "AssessmentStepKind" NOT NULL,
    "persona" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "AssessmentStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Objection" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "persona" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "upheld" BOOLEAN,
    "decision" TEXT,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMP(3),

    CONSTRAINT "Objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssessmentEntry" (
    "id" TEXT NOT NULL,
    "kind" "AssessmentEntryKind" NOT NULL,
    "unit" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "documentNo" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "persona" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnBy" TEXT,
    "withdrawnAt" TIMESTAMP(3),

    CONSTRAINT "AssessmentEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Assessment_quarter_version_key" ON "Assessment"("quarter", "version");

-- CreateIndex
CREATE INDEX "AssessmentStep_assessmentId_idx" ON "AssessmentStep"("assessmentId");

-- CreateIndex
CREATE INDEX "Objection_quarter_idx" ON "Objection"("quarter");

-- CreateIndex
CREATE UNIQUE INDEX "Objection_assessmentId_unit_rule_subject_key" ON "Objection"("assessmentId", "unit", "rule", "subject");

-- CreateIndex
CREATE INDEX "AssessmentEntry_day_idx" ON "AssessmentEntry"("day");

-- AddForeignKey
ALTER TABLE "AssessmentStep" ADD CONSTRAINT "AssessmentStep_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
