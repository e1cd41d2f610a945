import { REPORT_CLASSES } from '@fengsui/domain/metrics/words'
import { deviationOf } from '@fengsui/domain/rewards/deviation'
import { type Reckoning, adviseReward } from '@fengsui/domain/rewards/reckoning'
import type { Fen, RewardStandard as Measured } from '@fengsui/domain/rewards/standard'
import type { Office } from '@fengsui/prisma/office/office'
import { listsOf } from '../deadlines/action-lists.js'
import type { Locale } from '../office/member-lists.js'
import { type Rejection, isRejection } from '../query/rejection.js'
import { parseMatter } from './request.js'
import { LEVEL_WORDS, formulaWords, stepWords, yuanText } from './reward-words.js'
import { standardsOf } from './standards.js'
import type { RewardAdvice, RewardBoard, RewardDeviation, RewardReckoning } from './rewards.models.js'

const FEN = 100
const yuan = (fen: Fen): number => fen / FEN

/** The texts by which rewards are measured, and what they give for a matter. No case is read here. */
export class RewardsService {
  private readonly measured: readonly Measured[]

  constructor(private readonly office: Pick<Office, 'rewards'>) {
    this.measured = standardsOf(office)
  }

  /** The texts as they are announced, in their order, and the lists of rewards that there are. */
  board(locale: Locale): RewardBoard {
    return {
      lists: listsOf('rewards', locale),
      standards: this.office.rewards.map(({ id, from, categories, formulas, ...standard }) => ({
        ...standard,
        ...{ id: `${id}.${from}`, from },
        categories: categories.map(({ items, ...category }) => ({
          ...category,
          items: items.map((item) => ({ ...item, amount: yuan(item.amount) })),
        })),
        formulas: formulas.map((formula) => formulaWords(formula)[locale]),
      })),
      reportClasses: choices(REPORT_CLASSES, locale),
      accidentLevels: choices(LEVEL_WORDS, locale),
    }
  }

  /** What the texts give for a matter, step by step, and how a decision differs from it. @param input as it came in. */
  advise(input: unknown, locale: Locale): RewardAdvice | Rejection {
    const asked = parseMatter(input)
    if (isRejection(asked)) return asked
    const { facts, decided } = asked
    const advice = adviseReward(facts, this.measured)
    const deviation = decided === null ? null : deviationOf(decided, advice)
    return {
      own: this.told(advice.own, locale),
      reference: this.told(advice.reference, locale),
      deviation: deviation && toldDeviation(deviation, locale),
    }
  }

  private told({ amount, standard, steps }: Reckoning, locale: Locale): RewardReckoning {
    const { rewards } = this.office
    return {
      amount: amount === null ? null : yuan(amount),
      standard: rewards.find(({ id }) => id === standard)?.name ?? null,
      steps: steps.map((step) => ({
        text: stepWords(step, rewards)[locale],
        amount: 'amount' in step ? yuan(step.amount) : null,
      })),
    }
  }
}

function choices(
  words: Readonly<Record<string, { zh: string; en: string }>>,
  locale: Locale,
): RewardBoard['reportClasses'] {
  return Object.entries(words).map(([id, label]) => ({ id, label: label[locale] }))
}

function toldDeviation(
  { decided, amount, difference, ratio, against }: NonNullable<ReturnType<typeof deviationOf>>,
  locale: Locale,
): RewardDeviation {
  const least = yuanText(Math.abs(difference))
  const share = ratio === null ? '' : `${(Math.abs(ratio) * 100).toFixed(1)}%`
  const zh =
    difference === 0
      ? '与标准一致'
      : `比标准${difference > 0 ? '多' : '少'} ${least} 元${share && `（${share}）`}`
  const en =
    difference === 0
      ? 'as the standard says'
      : `${least} yuan ${difference > 0 ? 'above' : 'below'} the standard${share && ` (${share})`}`
  return {
    ...{ decided: yuan(decided), amount: yuan(amount), difference: yuan(difference), ratio },
    againstReference: against === 'reference',
    text: { zh, en }[locale],
  }
}
