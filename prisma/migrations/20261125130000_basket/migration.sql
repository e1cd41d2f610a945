-- CreateTable
CREATE TABLE "BasketItem" (
    "id" TEXT NOT NULL,
    "persona" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "item" JSONB NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BasketItem_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BasketItem_persona_position_idx" ON "BasketItem"("persona", "position");
