/** Texts of what is held against other reports. Chinese. */
export const zhContrast = {
  title: '{what}：与其他举报比较',
  against: '与什么比较',
  rest: '其余举报',
  previous: '上期',
  yearAgo: '去年同期',
  counts: '{period}，所选 {here} 件；同期其余举报 {there} 件',
  countsThen: '{period}，所选 {here} 件；{then}，同样的举报 {there} 件',
  enterprises: '涉及 {count} 家被举报单位，最多的一家 {most} 件',
  oneEnterprise: '涉及 {count} 家被举报单位，其中一家就有 {most} 件，占一半以上：先看这一家',
  member: '类别（点击即筛选）',
  here: '所选',
  expected: '应有',
  difference: '多出（件）',
  ratio: '倍数（95%区间）',
  ratioOf: '{ratio}（{lower}–{upper}）',
  none: '对方为0',
  byChance: '再看在偶然范围内的 {count} 类',
  method:
    '应有：照对比一方的构成或数量推算。共检验 {tested} 类，错误发现率控制在5%（Benjamini–Hochberg）；灰色的差别在偶然范围内。按相差件数排列；相关不等于原因',
} as const
