import { isIsoDay } from './iso-day.js'
import { PERIOD_PRESETS, type Office } from './office.js'
import type { YamlObject } from './yaml-object.js'

type Settings = Pick<
  Office,
  | 'name'
  | 'nameEn'
  | 'timeZone'
  | 'locale'
  | 'defaultPeriod'
  | 'mapNote'
  | 'mapNoteEn'
  | 'above'
  | 'dimensionNames'
  | 'calendarKnownUntil'
  | 'demo'
>

const DIMENSIONS = [
  'region1',
  'region2',
  'industry1',
  'industry2',
  'issue1',
  'issue2',
  'channel',
  'source',
  'department',
]

/** Reads what office.yaml says about the office as a whole. */
export function readSettings(yaml: YamlObject): Settings {
  yaml.allow([
    'name',
    'nameEn',
    'timeZone',
    'locale',
    'defaultPeriod',
    'mapNote',
    'mapNoteEn',
    'above',
    'demo',
    'calendarKnownUntil',
    'dimensions',
  ])
  const name = yaml.required('name')
  const mapNote = yaml.required('mapNote')
  return {
    name,
    nameEn: yaml.text('nameEn') ?? name,
    timeZone: readZone(yaml),
    locale: yaml.oneOf('locale', ['zh', 'en'] as const, 'zh'),
    defaultPeriod: yaml.oneOf('defaultPeriod', PERIOD_PRESETS, 'yearToDate'),
    mapNote,
    mapNoteEn: yaml.text('mapNoteEn') ?? mapNote,
    above: readAbove(yaml.object('above')),
    demo: yaml.flag('demo', false),
    calendarKnownUntil: readDay(yaml, 'calendarKnownUntil'),
    dimensionNames: readNames(yaml.object('dimensions')),
  }
}

function readAbove(yaml: YamlObject | null): Office['above'] {
  if (yaml === null) return null
  yaml.allow(['name', 'nameEn', 'code'])
  const name = yaml.required('name')
  return { name, nameEn: yaml.text('nameEn') ?? name, code: yaml.required('code') }
}

function readZone(yaml: YamlObject): string {
  const zone = yaml.required('timeZone')
  if (zone === '') return 'UTC'
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    yaml.complain('timeZone', `时区“${zone}”不存在，应写成 Asia/Shanghai 的样式`)
    return 'UTC'
  }
}

function readDay(yaml: YamlObject, key: string): string | null {
  const day = yaml.text(key)
  if (day === null || isIsoDay(day)) return day
  yaml.complain(key, `日期“${day}”无法识别，应写成 2026-12-31 的样式`)
  return null
}

function readNames(yaml: YamlObject | null): Settings['dimensionNames'] {
  if (yaml === null) return {}
  yaml.allow(DIMENSIONS)
  return Object.fromEntries(
    DIMENSIONS.flatMap((dimension) => {
      const names = yaml.object(dimension)?.allow(['zh', 'en'])
      return names === undefined ? [] : [[dimension, { zh: names.required('zh'), en: names.required('en') }]]
    }),
  )
}
