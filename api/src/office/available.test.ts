import { loadOffice } from '@fengsui/prisma/office/load'
import { describe, expect, it } from 'vitest'
import { availableMeasures } from './available.js'

describe('the measures of an office', () => {
  it('are all of them where the sources tell the whole life of a case', async () => {
    expect(availableMeasures(await loadOffice('wulong'))).toEqual(
      expect.arrayContaining(['received', 'verifiedShareOfChecked', 'onTimeRate', 'overdue', 'p90Days']),
    )
  })

  it('leave out what no source says, so that a gap is not shown as a zero', async () => {
    expect(availableMeasures(await loadOffice('osha'))).not.toContain('closed')
    const council = availableMeasures(await loadOffice('nyc-council'))
    expect(council).toEqual(expect.arrayContaining(['closed', 'medianDays', 'p75Days']))
    expect(council).not.toContain('onTimeRate')
    expect(council).not.toContain('verifiedShareOfChecked')
  })
})
