import type { Translate } from '@fengsui/charts/format'
import type { ListedCase } from './useCasePages'

interface Fact {
  readonly name: string
  readonly text: string
  /** There is something, and the role may not see it. */
  readonly isHidden: boolean
}

/** What is known of a case, in words; what the role may not see says so instead of looking empty. */
export function factsOf(one: ListedCase, t: Translate): Fact[] {
  const fact = (id: string, text: string): Fact => ({ name: t(`cases.${id}`), text, isHidden: false })
  const masked = (id: string, text: string | null, isHidden: boolean): Fact => ({
    name: t(`cases.${id}`),
    text: isHidden ? t('cases.hidden') : (text ?? '—'),
    isHidden,
  })
  return [
    fact('source', one.source),
    fact('channel', one.channel),
    fact('place', one.region),
    fact('industry', one.industry),
    fact('issue', one.issue),
    fact('class', one.reportClass),
    fact('level', one.hazardLevel),
    fact('department', one.department),
    fact('state', one.state),
    fact('result', one.result),
    masked('enterprise', one.enterprise, one.enterpriseHidden),
    fact('merged', one.mergedReports > 0 ? t('cases.mergedCount', { count: one.mergedReports }) : '—'),
    masked('summary', one.summary, one.summaryHidden),
  ].map((one) => (one.text === '' ? { ...one, text: '—' } : one))
}
