import { REPORT_CLASSES } from './office.js'
import { checkVersions, readVersion, type RuleVersion, VERSION_KEYS } from './versions.js'
import type { YamlObject } from './yaml-object.js'

const FEN = 100
const ACCIDENT_LEVELS = ['general', 'larger', 'major', 'gravest'] as const
type Class = Exclude<(typeof REPORT_CLASSES)[number], ''>

/** A matter of a table with its fixed amount, in fen. */
export interface RewardItem {
  readonly id: string
  readonly text: string
  readonly amount: number
}

export interface RewardCategory {
  readonly name: string
  /** Who takes such reports, checks and handles them, as the text says it. */
  readonly units: string
  /** Where the items were published. */
  readonly source: string
  readonly items: readonly RewardItem[]
}

/** A formula of a text; amounts in fen, shares in hundredths of a percent. */
export type RewardFormula =
  | {
      readonly kind: 'fine'
      readonly classes: readonly Class[]
      readonly basisPoints: number
      readonly floor: number
      readonly cap: number
    }
  | {
      readonly kind: 'deaths'
      readonly classes: readonly Class[]
      readonly perDeath: Readonly<Record<(typeof ACCIDENT_LEVELS)[number], number>>
      readonly cap: number
    }

/** A version of a text by which rewards are measured. */
export interface RewardStandard extends RuleVersion {
  readonly id: string
  readonly name: string
  /** Where it holds. */
  readonly place: string
  /** What of it is not known here, or is a setting; '' for nothing. */
  readonly note: string
  /** False: the text is not public, so that nothing of it stands here. */
  readonly isPublic: boolean
  /** It is held beside the others and decides nothing. */
  readonly isReference: boolean
  readonly categories: readonly RewardCategory[]
  readonly formulas: readonly RewardFormula[]
}

/** Reads rewards.yaml: the texts in the order in which they are tried, each in one version or several. */
export function readRewards(yaml: YamlObject): readonly RewardStandard[] {
  yaml.allow(['standards'])
  const read = yaml
    .objects('standards')
    .map((standard) => ({ yaml: standard, version: readStandard(standard) }))
  for (const id of new Set(read.map(({ version }) => version.id)))
    checkVersions(
      id,
      read.filter(({ version }) => version.id === id),
    )
  return read.map(({ version }) => version)
}

function readStandard(yaml: YamlObject): RewardStandard {
  yaml.allow([
    'id',
    'name',
    'place',
    'note',
    'public',
    'reference',
    'categories',
    'formulas',
    ...VERSION_KEYS,
  ])
  const standard = {
    id: yaml.required('id'),
    name: yaml.required('name'),
    place: yaml.required('place'),
    note: yaml.text('note') ?? '',
    isPublic: yaml.flag('public', true),
    isReference: yaml.flag('reference', false),
    categories: yaml.objects('categories').map(readCategory),
    formulas: yaml.objects('formulas').map(readFormula),
    ...readVersion(yaml),
  }
  const isEmpty = standard.categories.length === 0 && standard.formulas.length === 0
  if (standard.isPublic === isEmpty)
    yaml.complain(
      'public',
      isEmpty ? '没有事项和算法的标准应写明 public: false' : '写有事项或算法的标准不能是 public: false',
    )
  checkItems(yaml, standard.categories)
  return standard
}

function readCategory(yaml: YamlObject): RewardCategory {
  yaml.allow(['name', 'units', 'source', 'items'])
  return {
    name: yaml.required('name'),
    units: yaml.required('units'),
    source: yaml.required('source'),
    items: yaml.objects('items').map((item) => {
      item.allow(['id', 'yuan', 'text'])
      return { id: item.required('id'), text: item.required('text'), amount: yuan(item, 'yuan') }
    }),
  }
}

function checkItems(yaml: YamlObject, categories: readonly RewardCategory[]): void {
  const ids = categories.flatMap(({ items }) => items.map(({ id }) => id))
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined) yaml.complain('categories', `事项编号“${twice}”重复`)
}

function readFormula(yaml: YamlObject): RewardFormula {
  const kind = yaml.oneOf('kind', ['fine', 'deaths'] as const, null)
  const classes = readClasses(yaml)
  if (kind === 'fine') {
    yaml.allow(['kind', 'classes', 'percent', 'least', 'most'])
    const [floor, cap] = [yuan(yaml, 'least'), yuan(yaml, 'most')]
    if (cap < floor) yaml.complain('most', '“most”（最高）不能小于“least”（最低）')
    return { kind, classes, basisPoints: readPercent(yaml) * FEN, floor, cap }
  }
  yaml.allow(['kind', 'classes', 'perDeath', 'most'])
  const each = yaml.object('perDeath')?.allow(ACCIDENT_LEVELS)
  if (!each) yaml.complain('perDeath', '缺少“perDeath”（每瞒报1人的金额，按事故等级）')
  const perDeath = Object.fromEntries(
    ACCIDENT_LEVELS.map((level) => [level, each ? yuan(each, level) : 0]),
  ) as Extract<RewardFormula, { kind: 'deaths' }>['perDeath']
  return { kind, classes, perDeath, cap: yuan(yaml, 'most') }
}

function readPercent(yaml: YamlObject): number {
  const percent = yaml.whole('percent', 1, null)
  if (percent > 100) yaml.complain('percent', '“percent”不能大于 100')
  return percent
}

function readClasses(yaml: YamlObject): readonly Class[] {
  const known = REPORT_CLASSES.filter((each): each is Class => each !== '')
  return yaml.texts('classes').flatMap((text) => {
    const found = known.find((each) => each === text)
    if (found === undefined)
      yaml.complain('classes', `不认识的举报类别“${text}”，可用的值：${known.join('、')}`)
    return found ?? []
  })
}

const yuan = (yaml: YamlObject, key: string): number => yaml.whole(key, 0, null) * FEN
