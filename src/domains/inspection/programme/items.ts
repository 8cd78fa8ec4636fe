import type { Citation } from '../../../kernel/citation.ts'
import { cite } from '../../../kernel/citation.ts'
import type { InstrumentId } from '../../../kernel/citation.ts'
import type { RuleId } from '../../../kernel/law-book.ts'
import type { ItemLevel, ItemMethod } from './contract.ts'

/** A passage an item rests on, verbatim. */
export type ItemBasis = Citation & Readonly<{ quotation: string }>

/** An item of the list as declared: the owner is the office with the duty. What law fixes (basis, floor, bar) cannot be edited. */
export type DeclaredItem = Readonly<{
  code: string; name: string; category: string; level: ItemLevel; kinds: readonly string[]; methods: readonly ItemMethod[]; ownerDuty: string
  jointDepartments: readonly string[]; checklistIds: readonly string[]; expertise: string | null; basis: readonly ItemBasis[]
  /** A rule that gives the least share of a year: a percentage, or a number of years in which all are reached once. */
  floorRule?: RuleId
  /** A rule that bars a repeat within so many months. */
  repeatRule?: RuleId
}>

const on = (instrument: InstrumentId, article: string, quotation: string): ItemBasis => ({ ...cite(instrument, article), quotation })
const plain = { jointDepartments: [], checklistIds: [], expertise: null, level: 'general' } as const

/** The list of items of random inspection (抽查事项清单) of a district bureau. */
export const DECLARED_ITEMS: readonly DeclaredItem[] = [
  {
    ...plain, code: 'XY01', name: '企业公示信息检查', category: '信用监管', kinds: ['enterprise'], methods: ['written', 'on-site', 'online'], ownerDuty: 'credit', checklistIds: ['enterprise-disclosure'],
    basis: [on('disclosed-information-check-measures', '第七条', '对企业通过国家企业信用信息公示系统公示信息的情况进行一次不定向抽查'), on('enterprise-disclosure-regulation', '第十四条', '随机摇号，确定抽查的企业')],
    floorRule: 'random-inspection.disclosure-share',
  },
  {
    ...plain, code: 'XY02', name: '个体工商户、农民专业合作社年度报告信息检查', category: '信用监管', kinds: ['sole-trader', 'cooperative'], methods: ['written', 'on-site', 'online'], ownerDuty: 'credit', checklistIds: ['enterprise-disclosure'],
    basis: [on('disclosed-information-check-measures', '第十八条', '个体工商户、农民专业合作社年度报告信息抽查参照本办法执行')],
  },
  {
    ...plain, code: 'DJ01', name: '登记事项检查', category: '登记注册', kinds: ['market-entity', 'enterprise', 'sole-trader', 'cooperative'], methods: ['written', 'on-site'], ownerDuty: 'registration',
    basis: [on('registration-regulation', '第三十八条', '随机抽取检查对象、随机选派执法检查人员'), on('registration-rules', '第六十六条', '对市场主体的登记备案事项、公示信息情况等进行抽查')],
  },
  {
    ...plain, code: 'SP01', name: '食品经营者全项目监督检查', category: '食品安全', level: 'key', kinds: ['food-operator'], methods: ['on-site'], ownerDuty: 'catering', checklistIds: ['food-operator'], expertise: '食品',
    basis: [on('food-inspection-measures', '第五条', '随机选取食品生产经营者、随机选派监督检查人员实施监督检查'), on('food-safety-law', '第一百零九条', '确定监督管理的重点、方式和频次，实施风险分级管理')],
    floorRule: 'random-inspection.food-cycle',
  },
  {
    ...plain, code: 'SP02', name: '食品经营许可、备案事项检查', category: '食品安全', kinds: ['food-operator'], methods: ['on-site', 'written'], ownerDuty: 'food-sales', checklistIds: ['food-operator'], expertise: '食品',
    basis: [on('food-operation-licence-measures', '第四十六条', '对食品经营者的许可和备案事项进行监督检查')],
  },
  {
    ...plain, code: 'YP01', name: '药品零售企业经营质量管理检查', category: '药品安全', level: 'key', kinds: ['drug-retailer'], methods: ['on-site'], ownerDuty: 'drugs', checklistIds: ['drug-retailer'], expertise: '药品',
    basis: [on('drug-operation-measures', '第五十九条', '制定年度检查计划、开展监督检查并建立监督检查档案')], floorRule: 'random-inspection.drug-cycle',
  },
  {
    ...plain, code: 'QX01', name: '医疗器械经营企业检查', category: '药品安全', level: 'key', kinds: ['device-operator'], methods: ['on-site'], ownerDuty: 'medical-devices', expertise: '医疗器械',
    basis: [on('device-operation-measures', '第四十八条', '应当制定年度检查计划，明确监管重点、检查频次和覆盖范围并组织实施')],
  },
  {
    ...plain, code: 'HZ01', name: '化妆品经营者检查', category: '药品安全', kinds: ['cosmetics-seller'], methods: ['on-site', 'online'], ownerDuty: 'cosmetics', expertise: '化妆品',
    basis: [on('cosmetics-operation-measures', '第五十条', '按照风险管理的原则，确定监督检查的重点品种、重点环节、检查方式和检查频次等')],
  },
  {
    ...plain, code: 'TZ01', name: '电梯使用单位安全检查', category: '特种设备', level: 'key', kinds: ['lift-user-unit'], methods: ['on-site'], ownerDuty: 'special-equipment', checklistIds: ['lift-user-unit'], expertise: '特种设备',
    basis: [on('special-equipment-inspection-measures', '第八条', '随机抽取被检查单位和特种设备安全监督检查人员'), on('special-equipment-law', '第五十七条', '对特种设备生产、经营、使用单位和检验、检测机构实施监督检查')],
  },
  {
    ...plain, code: 'TZ02', name: '特种设备使用单位安全检查（电梯以外）', category: '特种设备', level: 'key', kinds: ['special-equipment-user'], methods: ['on-site'], ownerDuty: 'special-equipment', expertise: '特种设备',
    basis: [on('special-equipment-inspection-measures', '第八条', '常规监督检查应当采用“双随机、一公开”方式')],
  },
  {
    ...plain, code: 'CP01', name: '产品质量监督抽查（销售领域）', category: '产品质量', kinds: ['product-seller'], methods: ['sampling'], ownerDuty: 'product-quality', checklistIds: ['product-seller'], expertise: '产品质量',
    basis: [on('product-sampling-measures', '第十五条', '随机抽取被抽样生产者、销售者，随机选派抽样人员')], repeatRule: 'random-inspection.product-repeat',
  },
  {
    ...plain, code: 'CP02', name: '工业产品销售者质量检查', category: '产品质量', kinds: ['product-seller'], methods: ['on-site'], ownerDuty: 'product-quality', checklistIds: ['product-seller'], expertise: '产品质量',
    basis: [on('product-quality-law', '第十五条', '国家对产品质量实行以抽查为主要方式的监督检查制度')],
  },
  {
    ...plain, code: 'JG01', name: '价格行为检查', category: '价格监管', kinds: ['price-subject'], methods: ['on-site', 'online'], ownerDuty: 'pricing', expertise: '价格',
    basis: [on('price-law', '第三十三条', '依法对价格活动进行监督检查')],
  },
  {
    ...plain, code: 'GG01', name: '广告行为检查', category: '广告监管', kinds: ['advertising-operator'], methods: ['on-site', 'online'], ownerDuty: 'advertising', expertise: '广告',
    basis: [on('advertising-law', '第四十九条', '对涉嫌从事违法广告活动的场所实施现场检查')],
  },
  {
    ...plain, code: 'JL01', name: '计量监督检查', category: '计量', kinds: ['metrology-user'], methods: ['on-site'], ownerDuty: 'metrology', expertise: '计量',
    basis: [on('metrology-law', '第十八条', '以及计量检定等相关计量活动进行监督检查')],
  },
  {
    ...plain, code: 'ZS01', name: '商标使用行为检查', category: '知识产权', kinds: ['product-seller', 'market-entity'], methods: ['on-site', 'online'], ownerDuty: 'intellectual-property', expertise: '知识产权',
    basis: [on('trademark-law', '第四十九条', '自行改变注册商标、注册人名义、地址或者其他注册事项的，由地方工商行政管理部门责令限期改正')],
  },
  {
    ...plain, code: 'WL01', name: '网络交易监督检查', category: '网络交易', kinds: ['online-trader'], methods: ['online', 'on-site'], ownerDuty: 'online-trade', expertise: '网络交易',
    basis: [on('online-trading-measures', '第五条', '县级以上地方市场监督管理部门负责本行政区域内的网络交易监督管理工作')],
  },
  {
    ...plain, code: 'JY01', name: '检验检测机构检查', category: '认证检测', kinds: ['testing-body'], methods: ['on-site', 'written'], ownerDuty: 'certification', expertise: '认证检测',
    basis: [on('testing-body-supervision-measures', '第十八条', '随机抽取检查对象、随机选派执法检查人员开展监督检查工作')],
  },
]
