import type { Text } from '@fengsui/domain/metrics/model'
import { REPORT_CLASSES } from '@fengsui/domain/metrics/words'
import type { RewardStep } from '@fengsui/domain/rewards/matter'
import type { RewardStage } from '@fengsui/domain/rewards/stage'
import type { AccidentLevel, Fen } from '@fengsui/domain/rewards/standard'
import type { RewardFormula, RewardStandard } from '@fengsui/prisma/office/rewards'

export const STAGE_WORDS: Readonly<Record<RewardStage, Text>> = {
  decided: { zh: '已决定未通知', en: 'decided, not told' },
  notified: { zh: '已通知待领取', en: 'told, to be claimed' },
  lapsed: { zh: '逾期未领', en: 'not claimed in time' },
  paid: { zh: '已兑现', en: 'paid' },
  refused: { zh: '不予奖励', en: 'no reward' },
}

/** 国务院令第493号第三条, by the number of deaths. */
export const LEVEL_WORDS: Readonly<Record<AccidentLevel, Text>> = {
  general: { zh: '一般事故', en: 'general accident' },
  larger: { zh: '较大事故', en: 'larger accident' },
  major: { zh: '重大事故', en: 'major accident' },
  gravest: { zh: '特别重大事故', en: 'gravest accident' },
}

const FEN = 100

/** Fen as yuan are written: 5,000 or 3,000.05. */
export const yuanText = (fen: Fen): string =>
  (fen / FEN).toLocaleString('en-US', {
    minimumFractionDigits: fen % FEN === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  })

const percentText = (basisPoints: number): string => `${basisPoints / 100}%`

/** A formula of a text as it is announced. */
export function formulaWords(formula: RewardFormula): Text {
  const classes = formula.classes.map((each) => REPORT_CLASSES[each])
  const whose: Text = {
    zh: classes.map(({ zh }) => zh).join('、'),
    en: classes.map(({ en }) => en).join(', '),
  }
  const most = yuanText(formula.cap)
  if (formula.kind === 'fine') {
    const [share, least] = [percentText(formula.basisPoints), yuanText(formula.floor)]
    return {
      zh: `${whose.zh}：按行政处罚金额的${share}计算，最低${least}元，最高${most}元`,
      en: `${whose.en}: ${share} of the fine, ${least} yuan at least and ${most} at most`,
    }
  }
  const levels = Object.entries(formula.perDeath) as [AccidentLevel, Fen][]
  return {
    zh: `${whose.zh}：按查实的瞒报谎报死亡人数，每人${levels.map(([level, each]) => `${LEVEL_WORDS[level].zh}${yuanText(each)}元`).join('、')}，最高${most}元`,
    en: `${whose.en}: for each concealed death ${levels.map(([level, each]) => `${yuanText(each)} yuan (${LEVEL_WORDS[level].en})`).join(', ')}, ${most} at most`,
  }
}

const MISSING: Readonly<Record<Extract<RewardStep, { kind: 'missing' }>['what'], Text>> = {
  fine: {
    zh: '还缺行政处罚金额，填写后可算（没有罚款的填0）',
    en: 'The fine is missing; write 0 where there is none',
  },
  accidentLevel: { zh: '还缺最终确认的事故等级，选择后可算', en: 'The level of the accident is missing' },
  concealedDeaths: {
    zh: '还缺查实的瞒报谎报死亡人数（至少1人），填写后可算',
    en: 'The number of concealed deaths is missing, 1 at least',
  },
}

/** What a step of a reckoning did, in a sentence. @param standards of the office, by which names are told. */
export function stepWords(step: RewardStep, standards: readonly RewardStandard[]): Text {
  const nameOf = (id: string): string => standards.find((standard) => standard.id === id)?.name ?? id
  switch (step.kind) {
    case 'once':
      return {
        zh: '同一事项已经奖励过：一事一奖，不再奖励（奖给最先有效举报的实名举报人；联名举报的，由第一署名人领取）',
        en: 'The matter was rewarded before: one matter, one reward',
      }
    case 'notInForce':
      return {
        zh: `${nameOf(step.standard)}在决定之日不施行`,
        en: `${nameOf(step.standard)} does not hold on the day of the decision`,
      }
    case 'notPublic':
      return {
        zh: `按${nameOf(step.standard)}执行，该文件全文未公开、未载入，请对照原文核定`,
        en: `${nameOf(step.standard)} applies; its text is not public, hold the matter against the original`,
      }
    case 'notListed':
      return {
        zh: `${nameOf(step.standard)}载入的事项中没有选定这一项`,
        en: `No item of ${nameOf(step.standard)} is chosen`,
      }
    case 'notCovered':
      return {
        zh: `${nameOf(step.standard)}没有针对这一举报类别的算法`,
        en: `${nameOf(step.standard)} has no formula for this class of report`,
      }
    case 'listed':
      return listedWords(step, standards)
    case 'missing':
      return MISSING[step.what]
    case 'share':
    case 'perDeath':
    case 'raised':
    case 'cut':
      return amountWords(step)
  }
}

function listedWords(
  { standard, item, amount }: Extract<RewardStep, { kind: 'listed' }>,
  standards: readonly RewardStandard[],
): Text {
  const of = standards.find(({ id }) => id === standard)
  const category = of?.categories.find(({ items }) => items.some(({ id }) => id === item))
  const text = category?.items.find(({ id }) => id === item)?.text ?? item
  return {
    zh: `${category?.name ?? ''} ${item}“${text}”：定额 ${yuanText(amount)} 元`,
    en: `${category?.name ?? ''} ${item} “${text}”: fixed at ${yuanText(amount)} yuan`,
  }
}

function amountWords(step: Extract<RewardStep, { kind: 'share' | 'perDeath' | 'raised' | 'cut' }>): Text {
  const amount = yuanText(step.amount)
  switch (step.kind) {
    case 'share': {
      const product = `${yuanText(step.fine)} × ${percentText(step.basisPoints)} = ${amount}`
      return {
        zh: `行政处罚金额 ${product} 元，四舍五入到分`,
        en: `The fine, ${product} yuan, rounded to the fen`,
      }
    }
    case 'perDeath': {
      const product = `${yuanText(step.each)} × ${step.deaths} = ${amount}`
      const level = LEVEL_WORDS[step.level]
      return {
        zh: `${level.zh}，每人金额 × 查实人数：${product} 元`,
        en: `${level.en}, for each concealed death: ${product} yuan`,
      }
    }
    case 'raised':
      return {
        zh: `${yuanText(step.from)} 元低于最低奖励，按最低 ${amount} 元`,
        en: `${yuanText(step.from)} is below the least, ${amount} yuan`,
      }
    case 'cut':
      return {
        zh: `${yuanText(step.from)} 元超过最高奖励，按最高 ${amount} 元`,
        en: `${yuanText(step.from)} is above the most, ${amount} yuan`,
      }
  }
}
