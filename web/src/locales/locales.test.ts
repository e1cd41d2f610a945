import { expect, test } from 'vitest'
import { en as enFirst } from './en'
import { enDeadlines } from './en-deadlines'
import { enFlags } from './en-flags'
import { enInquiry } from './en-inquiry'
import { enRanking } from './en-ranking'
import { enRewards } from './en-rewards'
import { zh as zhFirst } from './zh'
import { zhDeadlines } from './zh-deadlines'
import { zhFlags } from './zh-flags'
import { zhInquiry } from './zh-inquiry'
import { zhRanking } from './zh-ranking'
import { zhRewards } from './zh-rewards'

const zh = { ...zhFirst, ...zhInquiry, ...zhDeadlines, ...zhRanking, ...zhFlags, ...zhRewards }
const en = { ...enFirst, ...enInquiry, ...enDeadlines, ...enRanking, ...enFlags, ...enRewards }

interface Tree {
  readonly [key: string]: string | Tree
}

const texts = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : texts(value, `${path}${key}.`),
  )
const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort()

test('what is loaded later replaces nothing of what is there', () => {
  const later = [zhInquiry, zhDeadlines, zhRanking, zhFlags, zhRewards].flatMap((texts) => Object.keys(texts))
  expect(later.filter((key) => key in zhFirst)).toEqual([])
})

test('both languages have the same texts', () => {
  expect(texts(en).map(([key]) => key)).toEqual(texts(zh).map(([key]) => key))
})

test.each(texts(zh))('%s says the same things in both languages', (key, text) => {
  const other = new Map(texts(en)).get(key) ?? ''
  // English says "leads" where Chinese counts; it may leave out a unit, never a number that Chinese does not have.
  expect(names(text)).toEqual(expect.arrayContaining(names(other)))
})
