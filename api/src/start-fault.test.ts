import { describe, expect, it } from 'vitest'
import { startFault } from './start-fault.js'

const config = { host: '127.0.0.1', port: 80 }
const named = (name: string, message: string) => Object.assign(new Error(message), { name })

describe('startFault', () => {
  it.each(['AccountingBroken', 'LoadRefused', 'SecretRefused'])('repeats the sentence of %s', (name) => {
    expect(startFault(named(name, '一句话。'), config)).toEqual({ sentence: '一句话。', detail: null })
  })

  it('says where it may not listen', () => {
    const { sentence } = startFault(Object.assign(new Error('x'), { code: 'EACCES' }), config)
    expect(sentence).toContain('127.0.0.1:80')
  })

  it('keeps the text of an unexpected error out of the sentence', () => {
    const { sentence, detail } = startFault(new TypeError('undefined is not a function'), config)
    expect(sentence).toMatch(/^[^A-Za-z]+$/)
    expect(detail).toMatch(/undefined is not a function[^]*\n\s+at /)
  })
})
