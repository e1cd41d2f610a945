import { openTestStores } from '@fengsui/etl/stores/testing'
import { loadOffice } from '@fengsui/prisma/office/load'
import { describe, expect, it } from 'vitest'
import { readConfig } from './config.js'
import { demoAllowed, loadDemo } from './start-demo.js'

const local = { demo: null, clickhouseUrl: undefined, databaseUrl: undefined }
const wulong = { demo: true, name: '武隆' }
const real = { demo: false, name: 'OSHA' }

describe('demoAllowed', () => {
  it.each([
    ['everything is local and the office has a demo', local, wulong, true],
    ['the office has none', local, real, false],
    ['ClickHouse is remote', { ...local, clickhouseUrl: 'http://db' }, wulong, false],
    ['PostgreSQL is remote', { ...local, databaseUrl: 'postgres://db' }, wulong, false],
    [
      'it is asked for on a remote server',
      { ...local, clickhouseUrl: 'http://db', demo: true },
      wulong,
      true,
    ],
    ['it is switched off', { ...local, demo: false }, wulong, false],
  ])('when %s', (_, config, office, allowed) => expect(demoAllowed(config, office)).toBe(allowed))

  it('says so when an office without a demo is to show one', () => {
    expect(() => demoAllowed({ ...local, demo: true }, real)).toThrow(/没有演示数据/)
  })
})

describe('loadDemo', () => {
  it('leaves the warehouse alone when real data came first', async () => {
    const stores = await openTestStores()
    try {
      const real = { source: 'cq', fileName: 'a.csv', fileSha256: '', fileBytes: 1, loaded: 1, rowsIn: 1 }
      await stores.metadata.batch.create({ data: { ...real, state: 'loaded' } })
      const config = readConfig({ FENGSUI_DATA: stores.dataDir })
      const said: string[] = []
      const signal = new AbortController().signal
      await loadDemo(config, stores, await loadOffice('wulong'), signal, (line) => said.push(line))
      expect(said.join()).toContain('正在装载')
      expect(said.join()).not.toContain('已装载')
      expect(await stores.metadata.batch.count({ where: { demo: true, state: 'loaded' } })).toBe(0)
    } finally {
      await stores.close()
    }
  })
})
