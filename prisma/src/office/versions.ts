import { isIsoDay } from './iso-day.js'
import type { YamlObject } from './yaml-object.js'

/** What every version of a rule says beside its numbers. */
export interface RuleVersion {
  /** Article, item or decision that it rests on. */
  readonly basis: string
  /** ISO days, both inclusive; `to` null: until a later version. */
  readonly from: string
  readonly to: string | null
  /** The office's own setting, not yet decided (拟). */
  readonly proposed: boolean
}

export const VERSION_KEYS = ['basis', 'from', 'to', 'proposed']

/** Reads what every version says. */
export function readVersion(version: YamlObject): RuleVersion {
  const [from, to] = [readDay(version, 'from'), readDay(version, 'to')]
  if (from === null && version.text('from') === null) version.complain('from', '缺少“from”（生效日期）')
  if (from !== null && to !== null && to < from)
    version.complain('to', '“to”（失效日期）早于“from”（生效日期）')
  return { basis: version.required('basis'), from: from ?? '', to, proposed: version.flag('proposed', false) }
}

/**
 * Complains where two versions of a rule hold on the same day.
 *
 * @returns the versions by the day from which each holds.
 */
export function checkVersions<T extends RuleVersion>(
  name: string,
  versions: readonly { readonly yaml: YamlObject; readonly version: T }[],
): readonly T[] {
  const sorted = [...versions].sort((a, b) => (a.version.from < b.version.from ? -1 : 1))
  sorted.forEach(({ yaml, version: { from } }, at) => {
    const before = sorted[at - 1]?.version
    if (before && (before.to === null || before.to >= from))
      yaml.complain('from', `与“${name}”的前一个版本重叠：前一版本应写明“to”，且早于 ${from}`)
  })
  return sorted.map(({ version }) => version)
}

function readDay(version: YamlObject, key: string): string | null {
  const day = version.text(key)
  if (day === null || isIsoDay(day)) return day
  version.complain(key, `日期“${day}”无法识别，应写成 2026-12-31 的样式`)
  return null
}
