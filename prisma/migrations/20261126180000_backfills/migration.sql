-- CreateEnum
CREATE TYPE "BackfillState" AS ENUM ('running', 'done', 'cancelled', 'failed');

-- CreateTable
CREATE TABLE "Backfill" (
    "id" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,
    "everyDays" INTEGER NOT NULL,
    "persona" TEXT NOT NULL,
    "state" "BackfillState" NOT NULL DEFAULT 'running',
    "done" INTEGER NOT NULL DEFAULT 0,
    "days" INTEGER NOT NULL,
    "error" TEXT,
    "askedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMP(3),

    CONSTRAINT "Backfill_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "Screening" ADD COLUMN "alerts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "backfillId" TEXT,
ADD COLUMN "tests" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "watches" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE UNIQUE INDEX "Backfill_from_to_everyDays_key" ON "Backfill"("from", "to", "everyDays");

-- CreateIndex
CREATE INDEX "Backfill_state_askedAt_idx" ON "Backfill"("state", "askedAt");

-- AddForeignKey
ALTER TABLE "Screening" ADD CONSTRAINT "Screening_backfillId_fkey" FOREIGN KEY ("backfillId") REFERENCES "Backfill"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was screened before is counted as well.
UPDATE "Screening" SET
  "tests" = (SELECT coalesce(sum(jsonb_array_length(family -> 'rows')), 0) FROM jsonb_array_elements("tested") AS family),
  "alerts" = (SELECT count(*) FROM jsonb_array_elements("findings" -> 'signals') AS signal WHERE signal ->> 'level' = 'alert'),
  "watches" = (SELECT count(*) FROM jsonb_array_elements("findings" -> 'signals') AS signal WHERE signal ->> 'level' = 'watch');
