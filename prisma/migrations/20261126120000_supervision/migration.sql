-- CreateEnum
CREATE TYPE "UrgeHow" AS ENUM ('phone', 'written', 'system', 'onSite');

-- CreateEnum
CREATE TYPE "EscalationKind" AS ENUM ('listed', 'raised');

-- CreateEnum
CREATE TYPE "SupervisionLevel" AS ENUM ('district', 'city', 'national');

-- CreateTable
CREATE TABLE "Urge" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "clock" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "how" "UrgeHow" NOT NULL,
    "text" TEXT NOT NULL,
    "persona" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT,
    "answeredBy" TEXT,
    "answeredAt" TIMESTAMP(3),

    CONSTRAINT "Urge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Escalation" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "kind" "EscalationKind" NOT NULL,
    "level" "SupervisionLevel" NOT NULL,
    "unit" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "persona" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedBy" TEXT,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Escalation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Urge_caseId_idx" ON "Urge"("caseId");

-- CreateIndex
CREATE INDEX "Escalation_caseId_idx" ON "Escalation"("caseId");

-- CreateIndex
CREATE INDEX "Escalation_endedAt_idx" ON "Escalation"("endedAt");
