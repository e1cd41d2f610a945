import { describe, expect, it, test } from 'vitest'
import { quarantineCsv, quarantineTable } from './print.js'
import type { QuarantinedRow } from './reports.js'

const row = (changes: Partial<QuarantinedRow> = {}): QuarantinedRow => ({
  batch: 1,
  rowNo: 7,
  source: 'cq',
  sourceCaseNo: 'A1',
  reasons: ['date.unreadable'],
  detail: '列「接报时间」的值「待定」',
  raw: '{}',
  ...changes,
})

test.each(['=1+1', '+1', '-1', '@a', '\tx', '\rx', '＝1', '＋1', '－1', '＠a', '  =1'])(
  'a cell that Excel would run is defused in the CSV: %j',
  (cell) => expect(quarantineCsv([row({ sourceCaseNo: cell })])).toContain(`"'${cell}"`),
)

describe('the table of quarantined rows', () => {
  it('says when it is cut, and only then', () => {
    const rows = [row(), row({ rowNo: 8 }), row({ rowNo: 9 })]
    expect(quarantineTable(rows, 2)).toMatch(/ 8 [^]*只列出前 2 行/)
    expect(quarantineTable(rows, 2)).not.toMatch(/ 9 /)
    expect(quarantineTable(rows, 3)).not.toContain('只列出')
  })
})
