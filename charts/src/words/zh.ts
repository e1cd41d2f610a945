/** Every text of a picture and its heading that does not come from the API, in Chinese. */
export const chartsZh = {
  chart: {
    unknown: '未知',
    n: 'n={n}',
    share: '占 {share}',
    interval: '95%区间 {interval}',
    none: '期内无举报',
    notSeen: '不在所示数据之内',
    partial: '（未满）',
    yearAgo: '{measure}（去年同期）',
    sameTime: '去年同期',
    rest: '其余',
    leftOut: '另有 {count} 项未列出',
    sentence: '{title}。{subtitle}。共 {rows} 项，{n} 件。完整数字见表格。',
  },
  state: {
    ok: '',
    noData: '无数据',
    tooFew: '样本不足',
    suppressed: '已隐去',
    immature: '未满',
  },
  list: { names: '、', parts: '；', pair: '{name}：{text}', aside: '{text}（{aside}）' },
  unit: { cases: ' 件', days: ' 天', percent: '', yuan: ' 元', per10k: ' 件/万人', per100: ' 件/百家' },
  heading: {
    trend: '{measure}：{bucket} {value}{unit}',
    trendCompared: '{measure}：{bucket} {value}{unit}，{comparison} {change}',
    department: '按期办结率 {rate}（n={n}），超期 {overdue} 件',
    most: '{panel}：{name}最多，{value}{unit}（{share}）',
    mostOf: '{panel}：{measure}最多的是{name}，{value}{unit}（{share}）',
  },
} as const
