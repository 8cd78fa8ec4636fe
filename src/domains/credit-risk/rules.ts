import { cite } from '../../kernel/citation.ts'
import type { Rule } from '../../engines/assessment/definition.ts'

const inForce = { from: '2022-03-01' } as const
const registration = (article: string) => cite('registration-regulation', article)

/** Industries whose supervision the law itself makes a focus; prefixes of GB/T 4754-2017. */
const FOOD = ['C13', 'C14', 'C15', 'F512', 'F522', 'H62'] as const
const DRUGS = ['C27', 'F515', 'F525'] as const
const DANGEROUS = ['C26', 'D44', 'D45', 'F5265'] as const

/** What matters tell: bad outcomes weigh more than numbers, numbers are capped. */
const matterRules: readonly Rule[] = [
  {
    id: 'serious-violation-listed', name: '列入严重违法失信名单', says: '当日仍在严重违法失信名单内', points: 80, atMost: 1, basis: cite('serious-violation-list-measures', '第十五条'), inForce,
    measure: { by: 'matters', procedures: ['serious-violation'], counted: 'open', dayFact: 'listedOn' },
  },
  {
    id: 'abnormal-listed', name: '列入经营异常名录或者标记经营异常', says: '当日仍在经营异常名录内，或者个体工商户仍被标记为经营异常状态', points: 30, atMost: 1, basis: cite('abnormal-operation-list-measures', '第四条'), inForce,
    measure: { by: 'matters', procedures: ['abnormal-operation', 'sole-trader-marking'], counted: 'open', dayFact: 'listedOn' },
  },
  {
    id: 'penalty-decided', name: '近三年受到行政处罚', says: '近36个月内作出处罚决定且未被撤销的案件，每件计分，最多计3件', points: 15, atMost: 3, basis: registration('第三十八条'), inForce,
    measure: { by: 'matters', procedures: ['penalty-case'], counted: 'happened', dayFact: 'decidedOn', months: 36, hasFact: 'decidedItems', exceptOutcomes: ['revoked'] },
  },
  {
    id: 'case-open', name: '正在立案调查', says: '当日尚未结案的案件，每件计分，最多计2件', points: 8, atMost: 2, basis: registration('第三十八条'), inForce,
    measure: { by: 'matters', procedures: ['penalty-case'], counted: 'open' },
  },
  {
    id: 'inspection-problem', name: '近两年监督检查发现问题', says: '近24个月检查结果为发现问题的，每次计分，最多计3次', points: 10, atMost: 3, basis: registration('第三十八条'), inForce,
    measure: { by: 'matters', procedures: ['inspection'], counted: 'happened', dayFact: 'visitedOn', months: 24, fact: { key: 'visitResult', values: ['ordered-to-correct', 'to-be-handled'] } },
  },
  {
    id: 'inspection-uncooperative', name: '近两年不配合检查或者无法联系', says: '近24个月检查结果为不配合检查情节严重，或者通过登记的住所无法联系', points: 25, atMost: 1, basis: registration('第三十八条'), inForce,
    measure: { by: 'matters', procedures: ['inspection'], counted: 'happened', dayFact: 'visitedOn', months: 24, fact: { key: 'visitResult', values: ['uncooperative', 'not-found'] } },
  },
  {
    id: 'inspection-clean', name: '近两年检查未发现问题', says: '近24个月检查结果为未发现问题的，每次减分，最多计2次', points: -5, atMost: 2, basis: 'district-order', inForce,
    measure: { by: 'matters', procedures: ['inspection'], counted: 'happened', dayFact: 'visitedOn', months: 24, fact: { key: 'visitResult', values: ['none-found'] } },
  },
  {
    id: 'report-proved', name: '近三年举报查实', says: '近36个月办结的举报，结果为立案查处，每件计分，最多计3件', points: 15, atMost: 3, basis: 'district-order', inForce,
    measure: { by: 'matters', procedures: ['report'], counted: 'closed', months: 36, outcomes: ['proved', 'rewarded'] },
  },
  {
    id: 'report-open', name: '举报正在核查', says: '当日尚未办结的举报，每件计分，最多计3件；举报不等于违法，分值宜低', points: 3, atMost: 3, basis: 'district-order', inForce,
    measure: { by: 'matters', procedures: ['report'], counted: 'open' },
  },
  {
    id: 'complaint-not-settled', name: '近一年投诉调解未成', says: '近12个月终止调解的投诉，每件计分，最多计5件', points: 4, atMost: 5, basis: 'district-order', inForce,
    measure: { by: 'matters', procedures: ['complaint'], counted: 'closed', months: 12, outcomes: ['not-settled'] },
  },
  {
    id: 'complaints-received', name: '近一年投诉件数', says: '近12个月收到的投诉，不含不予受理和撤回的，每件计分，最多计10件', points: 1, atMost: 10, basis: 'district-order', inForce,
    measure: { by: 'matters', procedures: ['complaint'], counted: 'received', months: 12, exceptOutcomes: ['refused', 'withdrawn'] },
  },
  {
    id: 'never-inspected', name: '近三年未被检查', says: '近36个月没有检查记录，情况不明', points: 3, atMost: 1, basis: 'district-order', inForce,
    measure: { by: 'matters', procedures: ['inspection'], counted: 'happened', dayFact: 'visitedOn', months: 36, absent: true },
  },
]

/** What the register tells. */
const registerRules: readonly Rule[] = [
  {
    id: 'revoked', name: '已被吊销营业执照尚未注销', says: '登记状态为吊销未注销', points: 60, atMost: 1, basis: registration('第三十八条'), inForce,
    measure: { by: 'column', column: 'status', test: { is: 'one-of', values: ['revoked'] } },
  },
  {
    id: 'suspended', name: '歇业', says: '登记状态为歇业', points: 5, atMost: 1, basis: registration('第三十条'), inForce,
    measure: { by: 'column', column: 'status', test: { is: 'one-of', values: ['suspended'] } },
  },
  {
    id: 'food-industry', name: '食品生产经营、餐饮行业', says: '行业代码属于农副食品加工、食品制造、饮料制造、食品批发零售、餐饮', points: 8, atMost: 1, basis: cite('food-safety-law', '第一百零九条'), inForce,
    measure: { by: 'column', column: 'industry_code', test: { is: 'begins-with', values: FOOD } },
  },
  {
    id: 'drug-industry', name: '药品、医疗器械行业', says: '行业代码属于医药制造、医药及医疗器材批发零售', points: 8, atMost: 1, basis: cite('drug-administration-law', '第九十九条'), inForce,
    measure: { by: 'column', column: 'industry_code', test: { is: 'begins-with', values: DRUGS } },
  },
  {
    id: 'dangerous-industry', name: '化工、燃气、热力、加油站行业', says: '行业代码属于化学原料和化学制品制造、电力热力、燃气、机动车燃油零售', points: 8, atMost: 1, basis: 'district-order', inForce,
    measure: { by: 'column', column: 'industry_code', test: { is: 'begins-with', values: DANGEROUS } },
  },
  {
    id: 'young', name: '成立不满一年', says: '成立日期距评定日不满12个月，尚无信用记录', points: 5, atMost: 1, basis: 'district-order', inForce,
    measure: { by: 'column', column: 'established_on', test: { is: 'younger-than', months: 12 } },
  },
  {
    id: 'address-missing', name: '未登记住所', says: '登记信息中没有住所（经营场所）', points: 10, atMost: 1, basis: registration('第八条'), inForce,
    measure: { by: 'column', column: 'address', test: { is: 'missing' } },
  },
  {
    id: 'town-unknown', name: '住所无法落位到镇街', says: '根据登记的住所不能确定所在镇街', points: 3, atMost: 1, basis: 'district-order', inForce,
    measure: { by: 'column', column: 'town_code', test: { is: 'missing' } },
  },
  {
    id: 'code-missing', name: '没有统一社会信用代码', says: '登记信息中没有统一社会信用代码', points: 5, atMost: 1, basis: 'district-order', inForce,
    measure: { by: 'column', column: 'uscc', test: { is: 'missing' } },
  },
  {
    id: 'address-changes', name: '近一年变更住所', says: '近12个月内住所变更，每次计分，最多计3次', points: 3, atMost: 3, basis: 'district-order', inForce,
    measure: { by: 'changes', columns: ['address'], months: 12 },
  },
  {
    id: 'representative-changes', name: '近一年变更法定代表人', says: '近12个月内法定代表人（负责人、经营者）变更，每次计分，最多计3次', points: 4, atMost: 3, basis: 'district-order', inForce,
    measure: { by: 'changes', columns: ['legal_representative'], months: 12 },
  },
]

export const creditRiskRules: readonly Rule[] = [...matterRules, ...registerRules]
