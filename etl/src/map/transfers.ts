import type { Transfer } from '@fengsui/domain/rules/holder'
import type { CodeIndex } from '@fengsui/prisma/office/lookup'
import { parseDay } from './days.js'

/** What a chain of transfers says; `unreadable` is the first step that nobody can read, and then there is no chain. */
export interface ReadTransfers {
  readonly chain: readonly Transfer[]
  readonly unreadable: string | null
}

const STEPS = /[；;\n\r]+/
/** A day, what was done, and the unit. */
const STEP = /^(\d[\d\-/.年月日 :]*)[\s,，：]*(?:交办|转办|分办|移交|转至|转|→|->)?[\s:：]*(\p{L}.*)$/u
const BACK = new Set(['退回', '退回安委办', '退回受理中心', '收回'])

/**
 * Makes the reader of a chain such as `2026-03-02 区应急管理局；2026-03-05 退回；2026-03-06 转办白马镇人民政府`. The steps are put
 * in the order of their days.
 */
export function transferReader(units: CodeIndex, timeZone: string): (text: string) => ReadTransfers {
  return (text) => {
    const chain: Transfer[] = []
    for (const step of text.split(STEPS).map((part) => part.trim())) {
      if (step === '') continue
      const [, dayText = '', name = ''] = STEP.exec(step) ?? []
      const day = parseDay(dayText.trim(), timeZone)
      const unit = BACK.has(name.trim()) ? '' : units.find(name.trim(), {})?.code
      if (day === null || unit === undefined) return { chain: [], unreadable: step }
      chain.push({ day, unit })
    }
    chain.sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1))
    return { chain, unreadable: null }
  }
}
