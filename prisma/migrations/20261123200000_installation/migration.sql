-- CreateTable
CREATE TABLE "Installation" (
    "key" TEXT NOT NULL DEFAULT 'this',
    "id" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("key")
);
