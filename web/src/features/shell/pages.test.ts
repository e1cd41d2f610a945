import { expect, test } from 'vitest'
import { BOOT, catalogue } from '../../../test/district'
import { catalogueOf } from '../../catalogue/catalogue'
import { hasSubject, pagesFor } from './pages'

const routes = (of = catalogue) => pagesFor(of).map(({ route }) => route)

test('a page is named where the data have what it is about, and opened by its address only there', () => {
  expect(routes()).toContain('industries')
  expect(routes()).not.toContain('issues')
  expect(hasSubject('industries', catalogue)).toBe(true)
  expect(hasSubject('issues', catalogue)).toBe(false)
  expect(hasSubject('deadlines', catalogue), 'no limit is known of the cases').toBe(false)
  expect(hasSubject('gallery', catalogue)).toBe(true)
})

test('who lists no cases is not led to their page, which says why itself', () => {
  const { viewer } = BOOT
  const leader = catalogueOf({ ...BOOT, viewer: { ...viewer, may: { ...viewer.may, listCases: false } } })
  expect(routes()).toContain('cases')
  expect(routes(leader)).not.toContain('cases')
  expect(hasSubject('cases', leader)).toBe(true)
})
