import { loadOffice } from '@fengsui/prisma/office/load'
import { indexCodes } from '@fengsui/prisma/office/lookup'
import { expect, it } from 'vitest'
import { transferReader } from './transfers.js'

const read = transferReader(indexCodes((await loadOffice('wulong')).lists.department), 'Asia/Shanghai')
const steps = (text: string) => read(text).chain.map(({ day, unit }) => `${day} ${unit}`)

it('reads who had a case and when, in the words that people use', () => {
  expect(steps('2026-03-02 区应急管理局；2026-03-05 退回；2026-03-06 区交通局')).toEqual([
    '2026-03-02 YJ',
    '2026-03-05 ',
    '2026-03-06 JT',
  ])
  expect(steps('2026年3月2日 交办应急局\n2026/3/6 转办：公安局')).toEqual(['2026-03-02 YJ', '2026-03-06 GA'])
  expect(steps('2026-03-06 10:20 → GA;2026-03-02 YJ;')).toEqual(['2026-03-02 YJ', '2026-03-06 GA'])
})

it('a chain with a step that cannot be read is no chain', () => {
  expect(read('2026-03-02 区应急管理局；上月 退回')).toEqual({ chain: [], unreadable: '上月 退回' })
  expect(read('2026-03-02 某某局')).toEqual({ chain: [], unreadable: '2026-03-02 某某局' })
  expect(read('2026-02-30 退回').unreadable).toBe('2026-02-30 退回')
})
