import type { Reporter } from './demo-case.js'
import type { Random } from './random.js'

const OPENINGS = ['群众反映', '来电反映', '反映', '举报']
const DETAILS = [
  '存在安全风险，请尽快核查',
  '多次提醒后仍未整改',
  '夜间更为严重，影响周边居民',
  '现场无人管理，担心发生事故',
  '已持续一段时间，请相关部门处理',
  '旺季人员密集，隐患突出',
]

/** The free text of a report as the office would like it: nothing in it says who reported. */
export function describeReport(
  random: Random,
  about: { readonly enterprise: string; readonly village: string; readonly issue: string },
): string {
  return `${random.pick(OPENINGS)}${about.village}的${about.enterprise}存在“${about.issue}”问题，${random.pick(DETAILS)}。`
}

/** The same text as people really write it: with the reporter's name and number in it. */
export function withIdentityInText(random: Random, summary: string, reporter: Reporter): string {
  const { name, phone } = reporter
  const spaced = phone.replace(/^(\d{3})(\d{4})(\d{4})$/u, '$1 $2 $3')
  return random.pick([
    `${summary}联系电话${phone}。`,
    `${summary}我是${name}，电话：${phone}，请保密。`,
    `联系人：${name} ${spaced}。${summary}`,
    `${summary}本人身份证号${reporter.idNumber}，手机${phone}。`,
  ])
}
