import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { t } from '../../../test/district'
import { speak } from '../../locales/i18n'
import CaseRows from './CaseRows.vue'
import { factsOf } from './facts'
import type { ListedCase, Listing } from './useCasePages'

const one = (id: string, more: Partial<ListedCase> = {}): ListedCase => ({
  id,
  caseNo: `CQ-${id}`,
  source: '市系统',
  channel: '电话',
  region: '甲镇',
  industry: '消防',
  issue: '通道',
  department: '区消防救援局',
  reportClass: '',
  hazardLevel: '未知',
  state: '已办结',
  result: '属实',
  receivedOn: '2026-01-05',
  acceptedOn: '2026-01-06',
  dueOn: '2026-03-06',
  closedOn: '2026-02-01',
  enterprise: '某商店',
  enterpriseHidden: false,
  summary: null,
  summaryHidden: true,
  mergedReports: 0,
  events: [],
  clocks: [
    {
      kind: 'close',
      label: '办结期限',
      due: '2026-03-06',
      done: '2026-02-01',
      state: 'met',
      days: 33,
      text: '按期',
      holder: '区应急管理局',
    },
    {
      kind: 'reply',
      label: '回复期限',
      due: '2026-02-04',
      done: null,
      state: 'overdue',
      days: -9,
      text: '已超期9天',
      holder: '区应急管理局',
    },
  ],
  ...more,
})

test('what the role may not see says so, and what is not there is a dash', () => {
  const facts = factsOf(one('1', { enterprise: null, enterpriseHidden: true }), t)
  const textOf = (name: string) => facts.find((fact) => fact.name === name)
  expect(textOf('举报内容')).toMatchObject({ text: '按权限隐藏', isHidden: true })
  expect(textOf('被举报单位')).toMatchObject({ text: '按权限隐藏', isHidden: true })
  expect(textOf('举报类别')).toMatchObject({ text: '—', isHidden: false })
  expect(factsOf(one('1', { summaryHidden: false }), t).find(({ name }) => name === '举报内容')?.text).toBe(
    '—',
  )
})

const LISTING: Listing = { which: 'all', orderBy: 'received', direction: 'desc', search: '' }

async function list() {
  await speak('zh')
  return mount(CaseRows, {
    attachTo: document.body,
    props: { cases: [one('1'), one('2'), one('3')], listing: LISTING },
  })
}

test('j and k go through the cases without leaving the list, and a click opens one', async () => {
  const rows = await list()
  const focused = () => document.activeElement?.textContent?.trim()
  expect(focused()).toBe('CQ-1')
  for (const key of ['j', 'j', 'j', 'k']) await rows.get('.scroll').trigger('keydown', { key })
  expect(focused()).toBe('CQ-2')
  await rows.findAll('.open')[1]?.trigger('click')
  expect(rows.emitted('open')).toEqual([['2']])
  rows.unmount()
})

test('the broken limit is shown by its name, and a second click on a date turns the order', async () => {
  const rows = await list()
  expect(rows.get('tbody tr').text()).toContain('回复期限 已超期9天')
  await rows.get('[data-testid=cases-by-received]').trigger('click')
  expect(rows.emitted('update:listing')?.[0]).toEqual([{ ...LISTING, direction: 'asc' }])
  await rows.get('[data-testid=cases-by-due]').trigger('click')
  expect(rows.emitted('update:listing')?.[1]).toEqual([{ ...LISTING, orderBy: 'due' }])
  rows.unmount()
})
