import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.js'

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      office: 'wulong',
      demo: null,
      dev: false,
    })
    expect(readConfig({ PORT: '', CLICKHOUSE_URL: '' })).toMatchObject({
      port: 3000,
      clickhouseUrl: undefined,
    })
  })

  it('reads what is set', () => {
    const env = {
      PORT: '0',
      FENGSUI_DEMO: 'off',
      CLICKHOUSE_URL: 'https://db:8443',
      DATABASE_URL: 'postgresql://u:p@db/f',
      FENGSUI_DEV: '1',
    }
    expect(readConfig(env)).toMatchObject({
      port: 0,
      demo: false,
      clickhouseUrl: 'https://db:8443',
      dev: true,
    })
  })

  it.each([
    [{ PORT: 'http' }, 'PORT 应为 0 至 65535 的整数。'],
    [{ PORT: '70000' }, 'PORT 应为 0 至 65535 的整数。'],
    [{ FENGSUI_DEMO: 'yes' }, 'FENGSUI_DEMO 只能是 on 或 off。'],
    [{ CLICKHOUSE_URL: 'db:8123' }, 'CLICKHOUSE_URL 不是有效的地址，应以 http:// 或 https:// 开头。'],
    [{ FENGSUI_URL: 'fengsui.example' }, 'FENGSUI_URL 不是有效的地址，应以 http:// 或 https:// 开头。'],
    [{ DATABASE_URL: 'mysql://db' }, 'DATABASE_URL 不是有效的地址，应以 postgres:// 或 postgresql:// 开头。'],
  ])('says in Chinese what is wrong with %j', (env, message) => {
    expect(() => readConfig(env)).toThrow(new ConfigError(message))
  })
})
