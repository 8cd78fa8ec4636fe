import type { RuleContent, RuleUnit } from '../types.ts'

const checkedOn = '2026-11-22'

const repair = { instrument: 'credit-repair-measures', from: '2025-12-25', checkedOn, verified: true } as const

// The administration's measures of 2021, which order 107 replaced; the text was not read.
const former = { instrument: 'credit-repair-measures-2021', from: '2021-09-01', until: '2025-12-25', article: '（条号待核）', quotation: '', checkedOn, verified: false, note: '已被令第107号取代；官方文本未读，期限和条号待核' } as const

const without = (unit: RuleUnit) => ({ ...former, from: '2014-10-01', until: '2021-09-01', value: null, unit, note: '此前没有统一的信用修复规定' } as const)
const newIn2025 = (unit: RuleUnit) => [without(unit), { ...former, value: null, unit, note: '2021年的办法没有该期限；官方文本未读' }] as const

const local = { instrument: 'shandong-social-credit-regulation', from: '2020-10-01', checkedOn, verified: false, quotation: '', note: '据2025年4月的公开文本；不在法规全文之列' } as const

/** Credit repair (信用修复) under both regimes, and what the province adds. */
export const creditRules = {
  'credit-repair.acceptance': { name: '信用修复申请受理', startsWith: '收到申请之日', values: [without('working-day'), { ...former, value: 2, unit: 'working-day' }, { ...repair, value: 2, unit: 'working-day', article: '第十四条', quotation: '自收到申请之日起两个工作日内予以受理' }] },
  'credit-repair.correction-notice': { name: '信用修复一次性告知补正', startsWith: '收到申请之日', values: [{ ...repair, value: 2, unit: 'working-day', article: '第十四条', quotation: '自收到申请之日起两个工作日内一次性告知当事人需要补正的材料' }] },
  'credit-repair.decision': {
    name: '信用修复决定（处罚、抽查、严重违法）', startsWith: '受理之日',
    values: [
      without('working-day'), { ...former, value: 15, unit: 'working-day' },
      { ...repair, value: 7, unit: 'working-day', article: '第十六条', clause: '第二款', quotation: '自受理之日起七个工作日内作出决定', note: '严重违法失信名单办法第十七条为十五个工作日；按后发的信用修复专门规定' },
    ],
  },
  'credit-repair.decision-abnormal-list': { name: '信用修复决定（经营异常名录）', startsWith: '受理之日，无法联系的自核实之日', values: [without('working-day'), { ...former, value: 5, unit: 'working-day' }, { ...repair, value: 2, unit: 'working-day', article: '第十六条', clause: '第一款', quotation: '自受理之日起两个工作日内作出决定' }] },
  'credit-repair.decision-unreachable': { name: '信用修复决定（无法联系）', startsWith: '核实之日', values: [without('working-day'), { ...former, value: 5, unit: 'working-day' }, { ...repair, value: 2, unit: 'working-day', article: '第十六条', clause: '第一款', quotation: '应当自核实之日起两个工作日内作出决定' }] },
  'credit-repair.decision-extension': { name: '信用修复决定延长', values: [...newIn2025('working-day'), { ...repair, value: 10, unit: 'working-day', article: '第十六条', clause: '第三款', quotation: '经市场监督管理部门负责人批准，可以延长十个工作日' }] },
  'credit-repair.data-work': { name: '信用修复数据处理', startsWith: '作出决定之日', values: [without('working-day'), { ...former, value: 3, unit: 'working-day' }, { ...repair, value: 3, unit: 'working-day', article: '第十七条', quotation: '自作出决定之日起三个工作日内完成信用修复相关数据处理' }] },
  'credit-repair.push': { name: '跨省推送信用修复信息', startsWith: '作出信用修复决定之日', values: [...newIn2025('working-day'), { ...repair, value: 3, unit: 'working-day', article: '第四条', quotation: '自作出信用修复决定之日起三个工作日内' }] },
  'credit-repair.sync': { name: '协助停止公示其他部门修复的信息', startsWith: '收到相关决定信息之日', values: [...newIn2025('working-day'), { ...repair, value: 3, unit: 'working-day', article: '第二十五条', quotation: '自收到相关决定信息之日起三个工作日内' }] },
  'credit-repair.minimum-general': { name: '一般信息最短公示期', startsWith: '公示之日', values: [{ ...former, value: 6, unit: 'month' }, { ...repair, value: 3, unit: 'month', roll: 'none', article: '第九条', clause: '第二款', quotation: '一般违法失信信息最短公示期为三个月' }] },
  'credit-repair.minimum-serious': { name: '严重信息最短公示期', startsWith: '公示之日', values: [{ ...former, value: 12, unit: 'month' }, { ...repair, value: 1, unit: 'year', roll: 'none', article: '第八条', clause: '第二款', quotation: '严重违法失信信息的最短公示期为一年' }] },
  'credit-repair.minimum-serious-list': {
    name: '严重违法失信名单最短公示期', startsWith: '公示之日',
    values: [
      { instrument: 'serious-violation-list-measures', from: '2021-09-01', until: '2025-12-25', checkedOn, verified: true, value: 1, unit: 'year', roll: 'none', article: '第十六条', quotation: '当事人被列入严重违法失信名单满一年' },
      { ...repair, value: 1, unit: 'year', roll: 'none', article: '第十三条', quotation: '可以在公示期满一年后' },
    ],
  },
  'credit-repair.maximum-serious-list': { name: '严重违法失信名单最长公示期', startsWith: '公示之日', values: [{ ...repair, value: 3, unit: 'year', roll: 'none', article: '第十三条', clause: '第二款', quotation: '公示期满三年的，由市场监督管理部门移出市场监督管理严重违法失信名单' }] },
  'credit-repair.check-result': { name: '抽查检查负面信息公示期', startsWith: '公示之日', values: [{ ...repair, value: 3, unit: 'month', roll: 'none', article: '第十条', quotation: '抽查检查结果负面信息公示期满三个月的' }] },
  'credit-repair.false-application': { name: '信用修复弄虚作假的公示期', startsWith: '作出决定之日', values: [...newIn2025('year'), { ...repair, value: 3, unit: 'year', roll: 'none', article: '第二十三条', quotation: '在国家企业信用信息公示系统公示三年' }] },
  'credit-repair.false-application-ban': { name: '信用修复弄虚作假后不得申请的期间', startsWith: '作出决定之日', values: [{ ...repair, value: 3, unit: 'year', roll: 'none', article: '第二十三条', quotation: '自上述决定作出之日起三年内，当事人不得申请信用修复' }] },
  'credit-repair.reorganisation': { name: '重整期间临时信用修复', startsWith: '收到申请之日', values: [...newIn2025('working-day'), { ...repair, value: 7, unit: 'working-day', article: '第二十二条', quotation: '自收到申请之日起七个工作日内' }] },
  'credit.local-objection': { name: '信用信息异议处理（山东）', startsWith: '收到异议之日', values: [{ ...local, value: 3, unit: 'working-day', article: '第三十九条' }] },
  'credit.local-correction': { name: '据以认定的文书被撤销后更正（山东）', startsWith: '文书被撤销之日', values: [{ ...local, value: 3, unit: 'working-day', article: '第四十条' }] },
  'credit.local-maximum': { name: '失信信息公开期限（山东）', startsWith: '失信行为终止之日', values: [{ ...local, value: 5, unit: 'year', roll: 'none', article: '第三十八条', note: '国家规定一至三年更短，公示系统按国家规定' }] },
} as const satisfies Record<string, RuleContent>
