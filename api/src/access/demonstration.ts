import type { Office } from '@fengsui/prisma/office/office'
import type { PrismaClient } from '@fengsui/prisma/metadata'

/**
 * Is this a demonstration: the office allows one, something was loaded, and everything that was, or is being, loaded is
 * synthetic? Only then may people choose who they are.
 */
export async function isDemonstration(
  metadata: PrismaClient,
  office: Pick<Office, 'demo'>,
): Promise<boolean> {
  if (!office.demo) return false
  const [loaded, real] = await Promise.all([
    metadata.batch.findFirst({ where: { state: 'loaded', demo: true }, select: { id: true } }),
    metadata.batch.findFirst({
      where: { demo: false, state: { notIn: ['undone', 'failed'] } },
      select: { id: true },
    }),
  ])
  return loaded !== null && real === null
}
