import { keeperPid, meetingPlace } from '@fengsui/etl/stores/rendezvous'
import { readFileSync } from 'node:fs'
import path from 'node:path'

const MS_OF_A_TICK = 10

/**
 * Milliseconds of processor time that the embedded engine of a data directory has used so far, its own and the
 * system's for it: what a question costs, however busy the machine is. NaN where the system does not tell (not Linux).
 */
export function engineCpu(dir: string): number {
  try {
    const keeper = keeperPid(meetingPlace(path.join(dir, 'data')))
    const [engine] = readFileSync(`/proc/${keeper}/task/${keeper}/children`, 'utf8').split(' ')
    const fields = readFileSync(`/proc/${engine}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * MS_OF_A_TICK
  } catch {
    return Number.NaN
  }
}
