import type { Text } from '@fengsui/domain/metrics/model'
import type { Rules } from '@fengsui/prisma/office/rules'

/** A rule as a board lists it, in any of its versions. */
interface RuleWords<Name extends keyof Rules> {
  readonly label: Text
  readonly text: (rule: Rules[Name][number]) => Text
}

const workingDays =
  (since: Text) =>
  ({ workingDays }: { readonly workingDays: number }): Text => ({
    zh: `${since.zh}${workingDays}个工作日内`,
    en: `within ${workingDays} working days of ${since.en}`,
  })
const days =
  (since: Text) =>
  ({ days: count }: { readonly days: number }): Text => ({
    zh: `${since.zh}${count}日内`,
    en: `within ${count} days of ${since.en}`,
  })

/** Every rule in words, by its name in rules.yaml; the day on which a clock starts is not counted. */
export const RULE_WORDS: { readonly [Name in keyof Rules]: RuleWords<Name> } = {
  acceptance: {
    label: { zh: '受理', en: 'Acceptance' },
    text: workingDays({ zh: '自接报次日起', en: 'receipt' }),
  },
  signIn: {
    label: { zh: '签收', en: 'Signing' },
    text: workingDays({ zh: '自交办、转办次日起', en: 'assignment' }),
  },
  closing: {
    label: { zh: '办结', en: 'Closing' },
    text: ({ days: count, extensionDays, rollsPastHoliday, pauses }) => ({
      zh: [
        `自受理次日起${count}日内（自然日）`,
        extensionDays > 0 ? `期限届满前批准的可延期一次，最长${extensionDays}日` : '不得延期',
        rollsPastHoliday ? '末日为休息日的顺延至下一工作日' : '末日为休息日的不顺延',
        pauses ? '中止的天数不计，同时显示不扣除的期限' : '不设中止',
      ].join('；'),
      en: [
        `within ${count} calendar days of acceptance`,
        extensionDays > 0
          ? `one extension of up to ${extensionDays} days, approved before the end`
          : 'no extension',
        rollsPastHoliday
          ? 'a last day of rest moves to the next working day'
          : 'a last day of rest does not move',
        pauses ? 'paused days do not count, both limits are shown' : 'no pause',
      ].join('; '),
    }),
  },
  reply: { label: { zh: '回复', en: 'Reply' }, text: workingDays({ zh: '自办结次日起', en: 'closing' }) },
  refusal: {
    label: { zh: '不予受理告知', en: 'Telling of a refusal' },
    text: workingDays({ zh: '自作出决定次日起', en: 'the decision' }),
  },
  rewardRefusal: {
    label: { zh: '不予奖励告知', en: 'Telling that there is no reward' },
    text: workingDays({ zh: '自作出决定次日起', en: 'the decision' }),
  },
  payment: {
    label: { zh: '奖励兑现', en: 'Payment of a reward' },
    text: days({ zh: '自决定奖励次日起', en: 'the decision' }),
  },
  claim: {
    label: { zh: '奖励领取', en: 'Claim of a reward' },
    text: days({ zh: '自通知领奖次日起', en: 'the notice' }),
  },
  soon: {
    label: { zh: '临期提醒', en: 'Due soon' },
    text: ({ days: count, workingDays: working }) => ({
      zh: `按自然日计的提前${count}天，按工作日计的提前${working}个工作日`,
      en: `${count} days before the end, or ${working} working days where the limit is counted in these`,
    }),
  },
}
