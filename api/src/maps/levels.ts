import type { Level, Region } from '@fengsui/domain/boundaries/regions'
import { levelOfFile } from '@fengsui/domain/boundaries/check'
import type { Text } from '@fengsui/domain/metrics/model'
import type { Day } from '@fengsui/domain/time/day'
import { indexCodes } from '@fengsui/prisma/office/lookup'
import type { CodeMember, MapLevel, Office } from '@fengsui/prisma/office/office'
import type { MemberLists } from '../office/member-lists.js'

const ABOVE: Text = { zh: '上一级区域', en: 'areas of the level above' }

/** What a map of a level must show, by the office's lists of today. */
export class Levels {
  constructor(
    private readonly office: Pick<Office, 'lists' | 'above'>,
    private readonly lists: MemberLists,
    private readonly today: () => Day,
  ) {}

  /** @param json the file: of the level above it alone knows the areas. */
  of(level: MapLevel, json: unknown): Level {
    if (level === 'above') return this.above(json)
    const today = this.today()
    const regions = this.office.lists.region.members.filter(
      ({ level: of, validFrom, validTo }) =>
        `region${of}` === level && (validFrom || today) <= today && (validTo || today) >= today,
    )
    const byCode = new Map(regions.map((member) => [member.code, regionOf(member)]))
    const index = indexCodes(this.office.lists.region)
    return {
      label: this.lists.dimensionLabel(level),
      regions: [...byCode.values()],
      find: (key) => byCode.get(index.find(key, { level: level === 'region1' ? 1 : 2 })?.code ?? ''),
    }
  }

  /** The areas of the file, among which the office's own has to be. */
  private above(json: unknown): Level {
    const level = levelOfFile(json, ABOVE)
    const { above } = this.office
    if (!above || level.find(above.code)) return level
    const own: Region = { code: above.code, name: above.code, parent: '', seat: null }
    return { ...level, regions: [...level.regions, own] }
  }
}

const regionOf = ({ code, name, parent, lon, lat }: CodeMember): Region => ({
  code,
  name,
  parent,
  seat: lon === null || lat === null ? null : [lon, lat],
})
