import { expect, it } from 'vitest'
import { asReviewNumber, isReviewNumber } from './review-number.js'

it.each(['渝S(2024)001号', 'GS(2024)1234号', 'GS京(2023)0456号', '渝S（2024）001号', '渝S〔2024〕001号'])(
  '%s',
  (text) => {
    expect(isReviewNumber(text)).toBe(true)
  },
)

it.each(['', '渝S2024001号', '渝S(24)001号', '无', '渝S(2024)号', '渝S(2024)001号<img>'])(
  'not %s',
  (text) => {
    expect(isReviewNumber(text)).toBe(false)
  },
)

it('is written in one way', () => {
  expect(asReviewNumber('渝S（2024）001 号')).toBe('渝S(2024)001号')
  expect(asReviewNumber('GS〔2024〕1234号')).toBe('GS(2024)1234号')
})
