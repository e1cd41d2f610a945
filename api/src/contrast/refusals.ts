import { type Rejection, reject } from '../query/rejection.js'

export const noFilters = (): Rejection =>
  reject(
    'badComparison',
    'filters',
    '请先点选要分析的区域、行业或事项，再与其余举报比较。',
    'Choose a region, an industry or an issue first; it is held against the rest.',
  )

export const smallHidden = (): Rejection =>
  reject(
    'forbidden',
    'filters',
    '您的角色看隐去小数的统计，不能逐类比较。',
    'Your role sees numbers with small ones hidden; they are not compared one by one.',
  )
