import { layoutOf } from '@fengsui/charts/territory/layout'
import { prepareTerritory } from '@fengsui/charts/prepare/territory'
import { describe, expect, it, test } from 'vitest'
import { against, catalogue, row, t, table, value } from '../../../test/district'
import { withFilter } from '../../composables/question'
import { EMPTY_SCREEN, type Screen } from '../../composables/screen'
import { requestsOf, settingOf } from '../boards/board'
import { mapTitle } from './heading'
import { modeOf, modesOf } from './modes'
import { monthsUntil } from './months'
import { areasAsked, regionsBoard } from './regions-board'

const situation = (map: Partial<Screen['map']> = {}, screen: Screen = EMPTY_SCREEN) => ({
  catalogue,
  t,
  screen: { ...screen, map: { ...screen.map, ...map } },
  ground: () => ({ boundaries: null, reviewNumber: '', schematic: '示意图' }),
})

describe('the months of the slider', () => {
  it('are thirteen, the last of them as far as the period goes', () => {
    const months = monthsUntil('2026-10-18', null)
    expect(months).toHaveLength(13)
    expect(months[0]).toEqual({ from: '2025-10-01', to: '2025-10-31' })
    expect(months.at(-1)).toEqual({ from: '2026-10-01', to: '2026-10-18' })
    expect(months[4]).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  })

  it('begin where the data do', () => {
    expect(monthsUntil('2026-03-31', '2026-01-15').map(({ from }) => from)).toEqual([
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
    ])
  })
})

describe('the ways to look at a measure', () => {
  it('say what cannot be had: a rate without a population, a share of what cannot be added', () => {
    const missing = (measure: Screen['map']['measure']) =>
      modesOf({ ...EMPTY_SCREEN.map, measure }, catalogue).flatMap(({ id, missing: is }) => (is ? id : []))
    expect(missing('received')).toEqual(['acceptedPer10k'])
    expect(missing('onTimeRate')).toEqual(['acceptedPer10k', 'share'])
  })

  it('take a rate per head as a way, not as another measure', () => {
    const perHead = { ...EMPTY_SCREEN.map, measure: 'acceptedPer10k' as const }
    const rich = { ...catalogue, has: () => true }
    expect(modeOf(perHead)).toBe('acceptedPer10k')
    expect(modesOf(perHead, rich).find(({ id }) => id === 'value')?.choice.measure).toBe('accepted')
  })
})

test('the map asks for all areas, whichever are chosen, and compares only what it draws', () => {
  const chosen = withFilter(EMPTY_SCREEN, 'region1', ['A'])
  const period = { from: '2026-03-01', to: '2026-03-31' }
  expect(areasAsked(situation({ view: 'previous' }, chosen), period)).toMatchObject({
    period,
    measures: ['received'],
    dimensions: ['region1'],
    filters: [],
    comparisons: ['previous'],
  })
  expect(areasAsked(situation(), period).comparisons).toEqual([])
  const { trend, total } = requestsOf(regionsBoard(situation({}, chosen)))
  expect(trend?.filters).toEqual([{ dimension: 'region1', in: ['A'] }])
  expect(total?.filters).toHaveLength(1)
})

test('a measure that the office does not have is not asked', () => {
  expect(areasAsked(situation({ measure: 'rewardsPaid' }), { preset: 'all' }).measures).toEqual(['received'])
})

describe('the heading of a map of changes', () => {
  const layout = layoutOf('tiles', catalogue.members('region1'), null)
  if (!layout) throw new Error('no layout')
  const heading = (...differences: number[]): string => {
    const rows = differences.map((each, at) =>
      row(['AB'[at] ?? ''], [], [value(50, { changes: [against(50 - each, each)] })]),
    )
    const answer = table({
      dimensions: ['region1'],
      rows,
      comparedPeriods: [{ kind: 'yearAgo', label: '同比', period: { from: '', to: '', label: '' } }],
    })
    const now = situation({ view: 'yearAgo' })
    const shown = { measure: 'received', view: 'yearAgo' as const, note: '' }
    return mapTitle(answer, prepareTerritory(settingOf(answer, now), layout, shown), now)
  }

  it('names the area that rose most, or that fell most where none rose', () => {
    expect(heading(3, -20)).toBe('接报量较同期变化：甲镇增加最多，增加3件')
    expect(heading(-3, -20)).toBe('接报量较同期变化：没有区域增加，乙镇减少最多，减少20件')
  })
})
