import { redact } from '@fengsui/domain/privacy/redaction'
import { describe, expect, it } from 'vitest'
import { CANARIES, CANARY_PATTERN, reporterNo } from './people.js'
import { Random } from './random.js'
import { withIdentityInText } from './text.js'

describe('the reporters of the demo', () => {
  it('are all found by the pattern that a test of the warehouse looks for', () => {
    for (const word of [...CANARIES.names, ...CANARIES.phones, ...CANARIES.idNumbers])
      expect(CANARY_PATTERN.test(word)).toBe(true)
    expect(CANARIES.phones).toContain(reporterNo(5530).phone)
  })

  it('leave traces in texts that redaction takes out again', () => {
    const random = new Random(1)
    for (let no = 0; no < 200; no++) {
      const text = withIdentityInText(random, '反映某超市01存在“消防设施损坏停用”问题。', reporterNo(no))
      expect(CANARY_PATTERN.test(text)).toBe(true)
      expect(redact(text)).not.toMatch(CANARY_PATTERN)
    }
  })
})
