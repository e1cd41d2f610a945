-- CreateTable
CREATE TABLE "BoundaryMap" (
    "id" SERIAL NOT NULL,
    "level" TEXT NOT NULL,
    "topology" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "areas" INTEGER NOT NULL,
    "coordinates" TEXT NOT NULL,
    "reviewNumber" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileSha256" TEXT NOT NULL,
    "persona" TEXT NOT NULL,
    "putAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "takenOffBy" TEXT,
    "takenOffAt" TIMESTAMP(3),

    CONSTRAINT "BoundaryMap_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BoundaryMap_level_id_idx" ON "BoundaryMap"("level", "id");

-- CreateIndex
CREATE INDEX "BoundaryMap_hash_idx" ON "BoundaryMap"("hash");
