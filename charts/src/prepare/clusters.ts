import type { Cluster } from '../answer.js'
import { formatNumber, type Translate } from '../format.js'
import type { ClusterMark } from '../model.js'
import type { Layout } from '../territory/layout.js'
import type { Setting } from './mark.js'

/** More rings than this on one map cannot be told apart; they are the newest. */
const MOST = 12

/** Expected numbers are small and no whole ones. */
const rounded = (value: number): string =>
  value >= 20 ? formatNumber(value, 'cases') : String(Number(value.toFixed(1)))

/** p as it is read: its size, not its digits. */
const chanceOf = (p: number): string => (p < 0.001 ? '<0.001' : String(Number(p.toPrecision(2))))

/** A cluster in a line: where, when, how many, how many there should be, how many times that, how often by chance. */
export function clusterText(cluster: Cluster, number: number, t: Translate): string {
  const { title, from, to, observed, expected, ratio, lower, upper, p } = cluster
  const days = from === to ? from : `${from} — ${to}`
  const named = t('chart.cluster', { number, title, days })
  if (observed === null) return t('list.pair', { name: named, text: t('state.suppressed') })
  const parts = [
    t('chart.observed', { count: String(observed) }),
    ...(expected === null ? [] : [t('chart.expected', { count: rounded(expected) })]),
    ...(ratio === null || lower === null || upper === null
      ? []
      : [t('chart.times', { ratio: rounded(ratio), interval: `${rounded(lower)}–${rounded(upper)}` })]),
    ...(p === null ? [] : [`p ${p < 0.001 ? chanceOf(p) : `= ${chanceOf(p)}`}`]),
  ]
  return t('list.pair', {
    name: named,
    text: [parts.join(t('chart.comma')), cluster.chance.replace(/[。.]$/, '')]
      .filter(Boolean)
      .join(t('list.parts')),
  })
}

/** The clusters of which any day lies in the period of the answer, the newest first, with their numbers. */
const ofPeriod = ({ clusters = [], table }: Pick<Setting, 'clusters' | 'table'>): readonly Cluster[] =>
  clusters.filter(({ from, to }) => from <= table.period.to && to >= table.period.from).slice(0, MOST)

/** Those that lie on a map, each with the places of its areas among the outlines, the one in the middle first. */
export function clusterMarks(setting: Setting, { outlines }: Layout): readonly ClusterMark[] {
  const places = new Map(outlines.map(({ code }, at) => [code, at]))
  return ofPeriod(setting).flatMap((cluster, at): ClusterMark[] => {
    const own = cluster.regions.flatMap((code) => places.get(code) ?? [])
    const number = at + 1
    const { id, title, level, levelLabel } = cluster
    if (own.length === 0) return []
    const text = clusterText(cluster, number, setting.t)
    return [{ id, number, title, levelLabel, isAlert: level === 'alert', places: own, text }]
  })
}

/** The clusters of a map as sentences after another one. */
export function withClusters(sentence: string, setting: Setting): string {
  const all = ofPeriod(setting)
  if (all.length === 0) return sentence
  const said = all.map((cluster, at) => clusterText(cluster, at + 1, setting.t)).join(setting.t('list.parts'))
  return setting.t('chart.clustered', { sentence, count: all.length, said })
}
