import type { Locale } from '../office/member-lists.js'
import type { FoundSignal, TestedFamily } from './findings.js'
import type { FlagNumber } from './flag-detail.models.js'
import { REGIME_TEXTS, RULE_TEXTS } from './words.js'

const LABELS = {
  rule: { zh: '规则', en: 'Rule' },
  method: { zh: '方法', en: 'Method' },
  window: { zh: '判别时段', en: 'Days judged' },
  observed: { zh: '实收（件）', en: 'Observed' },
  expected: { zh: '应有（件）', en: 'Expected' },
  ratio: { zh: '比值（95%区间）', en: 'Ratio (95 % interval)' },
  p: { zh: 'p（仅凭偶然达到或超过）', en: 'p (so many or more by chance)' },
  q: { zh: 'q（本族校正后，Benjamini–Hochberg）', en: 'q (adjusted in its family, Benjamini–Hochberg)' },
  perYear: { zh: '全区每年偶然出现（次）', en: 'By chance in the office, times a year' },
  family: { zh: '同族检验数', en: 'Tests of its family' },
} as const

const small = (value: number): string =>
  value === 0 ? '0' : value < 0.001 ? value.toExponential(1) : value.toPrecision(2)

/** The numbers of a test, for who wants to check it. */
export function flagNumbers(
  signal: FoundSignal,
  tested: readonly TestedFamily[],
  locale: Locale,
): FlagNumber[] {
  const { rule, regime, from, to, observed, expected, ratio, p, q, perYear, family } = signal
  const tests = tested.find((each) => each.family === (rule === 'rise' ? `rise.${family}` : family))?.rows
    .length
  const lines: readonly (readonly [keyof typeof LABELS, string | null | undefined])[] = [
    ['rule', RULE_TEXTS[rule][locale]],
    ['method', regime && REGIME_TEXTS[regime][locale]],
    ['window', `${from} – ${to}`],
    ['observed', String(observed)],
    ['expected', expected?.toPrecision(3)],
    ['ratio', ratio && `${ratio.ratio ?? '∞'} (${ratio.lower}–${ratio.upper ?? '∞'})`],
    ['p', p === null ? null : small(p)],
    ['q', q === null ? null : small(q)],
    ['perYear', perYear === null ? null : small(perYear)],
    ['family', p === null ? null : tests?.toString()],
  ]
  return lines.flatMap(([label, text]) => (text ? [{ label: LABELS[label][locale], text }] : []))
}
