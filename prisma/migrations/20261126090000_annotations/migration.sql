-- CreateEnum
CREATE TYPE "AnnotationKind" AS ENUM ('policy', 'campaign', 'accident', 'dataGap');

-- CreateTable
CREATE TABLE "Annotation" (
    "id" TEXT NOT NULL,
    "kind" "AnnotationKind" NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "region" TEXT NOT NULL DEFAULT '',
    "industry" TEXT NOT NULL DEFAULT '',
    "persona" TEXT NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Annotation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Annotation_from_idx" ON "Annotation"("from");
