import type { MemberLists } from '../office/member-lists.js'
import type { FoundSignal } from './findings.js'
import { departmentsOf } from './flag-view.js'
import { type Say, aboutOf, sentenceOf } from './sentence.js'

/** From this many cases on a number leaves the office. */
const SMALLEST_SHOWN = 3
const leaving: Say = (count) => (count > 0 && count < SMALLEST_SHOWN ? '不足3' : String(count))

/**
 * Facts for a 提示函 (R01): whom it is for, what was found, in which data, and what is asked. It leaves the office: numbers
 * below three are not in it, nor any enterprise, nor how many people reported (item 14: 失密泄密). Chinese only, as the letter is.
 */
export function draftOf(signal: FoundSignal, asOf: string, lists: MemberLists): string {
  const departments = departmentsOf(signal, lists, 'zh')
  const facts = sentenceOf({ ...signal, enterprise: '' }, lists, 'zh', leaving)
    // Who reported is nobody's business outside.
    .replace(/涉及(?:(?<units>[^、。]*家单位)、)?[^。]*名举报人[^。]*。/u, (_, units?: string) =>
      units ? `涉及${units}。` : '',
    )
  const checked =
    signal.verified >= SMALLEST_SHOWN
      ? `已核查${leaving(signal.verified)}件，其中属实或部分属实${leaving(signal.founded)}件。`
      : ''
  return [
    `致：${departments.length > 0 ? departments.join('、') : '（由区安委办指定）'}`,
    `事由：${aboutOf(signal, lists, 'zh')}举报情况提示`,
    `一、情况：${facts}${signal.rule === 'manyPlaces' ? '' : checked}`,
    `二、请你单位结合行业监管职责研判原因，开展针对性排查，并于收到之日起15个工作日内反馈情况（拟，可修改）。`,
    `数据截至${asOf}，为去重后的举报件数，以接报日期计；不含不予受理的举报。少于3件的数不列明。`,
  ].join('\n')
}
