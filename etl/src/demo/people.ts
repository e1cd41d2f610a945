import type { Reporter } from './demo-case.js'
import type { Random } from './random.js'

const SURNAMES = ['王', '李', '张', '刘', '陈', '杨', '黄', '赵', '吴', '周']
const STEMS = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸']

/**
 * A reporter who cannot exist, in the form of one who could, so that what looks for identities finds them: the name is a
 * pattern (王例甲), the phone begins with 164 0000 (a range never given out), the identity number belongs to nobody's
 * region and to 1900-01-01.
 */
export function reporterNo(no: number): Reporter {
  const digits = String(no % 10_000).padStart(4, '0')
  return {
    name: `${SURNAMES[no % 10] ?? '王'}例${STEMS[Math.floor(no / 10) % 10] ?? '甲'}`,
    phone: `1640000${digits}`,
    idNumber: `50000019000101${digits}`,
    address: `某路某号${digits}室`,
  }
}

/** Whether a text holds anything of a synthetic reporter; every name, phone and number is built so that this finds it. */
export const CANARY_PATTERN =
  /164[ -]?0000[ -]?\d{4}|[王李张刘陈杨黄赵吴周]例[甲乙丙丁戊己庚辛壬癸]|50000019000101\d{4}|某路某号/u

const EVERYBODY = Array.from({ length: 10_000 }, (_, no) => reporterNo(no))

/** What must never be found in a warehouse that was loaded from the demo: everybody who could report in it. */
export const CANARIES = {
  phones: EVERYBODY.map((reporter) => reporter.phone),
  names: [...new Set(EVERYBODY.map((reporter) => reporter.name))],
  idNumbers: EVERYBODY.map((reporter) => reporter.idNumber),
} as const

/** Most people report once; a few report often. Sized runs draw from more people. */
export function drawReporter(random: Random, people: number): Reporter {
  return reporterNo(Math.floor(people * random.next() ** 1.6))
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  '02': ['采石场', '砂石厂'],
  '03': ['加油站', '化工经营部'],
  '04': ['烟花爆竹店', '日杂店'],
  '06': ['建材厂', '机械厂', '食品厂', '木制品厂'],
  '07': ['建筑工地', '装饰公司'],
  '08': ['运输公司', '客运公司'],
  '11': ['超市', '酒店', '网吧', '小区'],
  '12': ['物业公司', '机械厂'],
  '13': ['餐馆', '燃气站'],
  '15': ['民宿', '景区', '漂流公司'],
}

/** An enterprise that cannot exist: the town's short name, 某, a kind and a number. */
export function enterpriseOf(random: Random, town: string, sector: string): string {
  const kind = random.pick(KINDS[sector] ?? ['公司', '经营部'])
  return `${town}某${kind}${String(Math.floor(30 * random.next() ** 1.5) + 1).padStart(2, '0')}`
}
