import { describe, expect, it } from 'vitest'
import { planned } from '../testing.js'
import { selectionOf } from './selection.js'

const of = (measure: 'repeatRate' | 'onTimeRate', which: 'all' | 'property') =>
  selectionOf(planned({ measures: [measure] }), { measure, keys: [], bucket: null, comparison: null, which })

describe('the cases behind a number', () => {
  it('behind a sum of events are those that have any', () => {
    expect(of('repeatRate', 'property')?.where).toBe('(merged_reports) > 0')
    expect(of('repeatRate', 'all')?.where).toBeNull()
  })

  it('behind a share are those with the property, of those that count', () => {
    expect(of('onTimeRate', 'property')?.where).toContain('closed_on <= due_on')
  })
})
