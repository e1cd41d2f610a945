-- CreateTable
CREATE TABLE "Answer" (
    "id" TEXT NOT NULL,
    "persona" TEXT NOT NULL,
    "query" JSONB NOT NULL,
    "scope" JSONB NOT NULL,
    "asOf" DATE NOT NULL,
    "firstDay" DATE NOT NULL,
    "lastBatch" INTEGER NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" TEXT NOT NULL,
    "persona" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_persona_name_key" ON "SavedView"("persona", "name");
