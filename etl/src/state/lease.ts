import type { PrismaClient } from '@fengsui/prisma/metadata'
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

const TTL_SECONDS = 20
const HEARTBEAT_MS = 4_000
const POLL_MS = 400

/** The right to do something alone, until it is released, or its holder dies. */
export interface HeldLease {
  /** Aborted when the right was lost all the same, e.g. after the machine slept: stop at once. */
  readonly lost: AbortSignal
  release(): Promise<void>
}

/**
 * Takes a lease if nobody living holds it. Embedded PostgreSQL runs all sessions on one backend, where advisory locks do not
 * exclude, hence a row with a time: the holder renews it, and a dead holder on this machine loses it at once.
 *
 * @returns null if it is held.
 */
export async function tryLease(db: PrismaClient, name: string): Promise<HeldLease | null> {
  const holder = `${hostname()}/${process.pid}/${randomUUID()}`
  const current = await db.lease.findUnique({ where: { name } })
  const dead = current !== null && isDead(current.holder) ? current.holder : ''
  const taken = await db.$executeRaw`
    INSERT INTO "Lease" ("name", "holder", "expiresAt")
    VALUES (${name}, ${holder}, (now() AT TIME ZONE 'utc') + make_interval(secs => ${TTL_SECONDS}::double precision))
    ON CONFLICT ("name") DO UPDATE SET "holder" = EXCLUDED."holder", "expiresAt" = EXCLUDED."expiresAt"
    WHERE "Lease"."expiresAt" < (now() AT TIME ZONE 'utc') OR "Lease"."holder" = ${dead}`
  return taken === 1 ? keep(db, name, holder) : null
}

/** Waits for a lease; `onWait` is told once that somebody else has it. */
export async function waitForLease(
  db: PrismaClient,
  name: string,
  options: { readonly onWait?: () => void; readonly signal?: AbortSignal | undefined } = {},
): Promise<HeldLease> {
  for (let round = 0; ; round++) {
    options.signal?.throwIfAborted()
    const lease = await tryLease(db, name)
    if (lease) return lease
    if (round === 0) options.onWait?.()
    await sleep(POLL_MS, undefined, options.signal ? { signal: options.signal } : {})
  }
}

function keep(db: PrismaClient, name: string, holder: string): HeldLease {
  const lost = new AbortController()
  let renewed = Date.now()
  const renew = async (): Promise<void> => {
    try {
      const kept = await db.$executeRaw`
        UPDATE "Lease" SET "expiresAt" = (now() AT TIME ZONE 'utc') + make_interval(secs => ${TTL_SECONDS}::double precision)
        WHERE "name" = ${name} AND "holder" = ${holder}`
      if (kept === 1) renewed = Date.now()
      else lost.abort(new Error(`lease ${name} was taken over`))
    } catch (error) {
      if (Date.now() - renewed > TTL_SECONDS * 1000) lost.abort(error)
    }
  }
  const timer = setInterval(() => void renew(), HEARTBEAT_MS)
  timer.unref()
  return {
    lost: lost.signal,
    release: async () => {
      clearInterval(timer)
      await db.lease.deleteMany({ where: { name, holder } })
    },
  }
}

/** Whether a holder was a process of this machine that is no more. */
function isDead(holder: string): boolean {
  const [host, pid] = holder.split('/')
  if (host !== hostname() || pid === undefined) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
