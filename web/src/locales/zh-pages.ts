/** Texts of the pages of a role: 行业, 事项, 大屏. Chinese. */
export const zhPages = {
  sector: {
    title: '行业领域与监管部门',
    supervisors: '监管部门',
    nobody: '未明确监管部门：{names}',
    concentrated:
      '有举报的 {members} 个{dimension}中，前 {count} 个（{names}）共 {cases} 件，占 {all} 件的 {share}。',
    few: '期内共 {all} 件，分布在 {members} 个{dimension}，件数少，不作集中判断。',
    rising: '{name}：{value} 件，{comparison}增加 {more} 件（基期 {before} 件）。',
    label: { where: '集中', rising: '上升最多' },
  },
  enterprises: {
    title: '重复被举报的单位',
    note: '{period}内被举报 {least} 件及以上的单位，件数多的在前；点单位名称查看举报',
    keyLeadsOnly: '按您的角色只计重点线索',
    none: '期内没有被重复举报的单位',
    name: '被举报单位',
    cases: '举报（件）',
    open: '未办结（件）',
    merged: '并入的重复举报',
    matters: '行业 · 事项 · 区域',
    last: '最近接报',
    more: '只列前 {first} 个单位',
  },
  wall: {
    slides: '画面',
    slide: { overview: '总览', industries: '行业', issues: '事项', departments: '承办单位' },
    pause: '暂停轮播',
    go: '继续轮播',
    leave: '退出大屏',
    away: '网络中断，正在重试；显示的是上一次的数据',
  },
} as const
