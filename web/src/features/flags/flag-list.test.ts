import { expect, it } from 'vitest'
import { type Flag, type FlagBoard, boardWithout, effectOf } from './flag-list'

const FLAG = {
  ...{ id: 'a', level: 'alert', levelLabel: '提醒', state: 'found', snoozedUntil: null },
  ...{ observed: 7, sentence: '收到7件', series: null, withoutAbnormal: null },
} as unknown as Flag
const told = (holds: boolean): Flag['withoutAbnormal'] => ({
  ...{ holds, observed: holds ? 4 : 1, level: holds ? 'watch' : null, levelLabel: holds ? '关注' : null },
  ...{ sentence: holds ? '收到4件' : '只剩1件，不再成立', series: null },
})
const board = (...flags: readonly Flag[]): FlagBoard =>
  ({ asOf: '2026-10-31', flags }) as unknown as FlagBoard

it('without abnormal reports a flag that rests on them falls away, another says its own numbers', () => {
  const all = board(
    FLAG,
    { ...FLAG, id: 'b', withoutAbnormal: told(false) },
    { ...FLAG, id: 'c', withoutAbnormal: told(true) },
  )
  expect(
    boardWithout(all).flags.map(({ id, level, observed, sentence }) => [id, level, observed, sentence]),
  ).toEqual([
    ['a', 'alert', 7, '收到7件'],
    ['c', 'watch', 4, '收到4件'],
  ])
  expect(effectOf(all)).toEqual({ fallen: 1, alerts: 1, kept: 1 })
})

it('what is over or put off is no effect of leaving them out', () => {
  const over = { ...FLAG, state: 'closed', withoutAbnormal: told(false) } as Flag
  const later = { ...FLAG, snoozedUntil: '2026-12-01', withoutAbnormal: told(false) }
  expect(effectOf(board(over, later))).toEqual({ fallen: 0, alerts: 0, kept: 0 })
})
