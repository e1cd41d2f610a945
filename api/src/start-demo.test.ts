import { describe, expect, it } from 'vitest'
import { demoAllowed } from './start-demo.js'

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
