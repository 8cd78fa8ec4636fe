import type { IndicatorDefinition } from '../../../engines/indicator/definition.ts'
import { awaiting, everyYear, ofTable, ofText } from './in-plan.ts'

const INSPECTION = awaiting('药品监督检查业务')
const DISPOSAL = awaiting('药械化抽检核查处置业务')

export const drugIndicators: readonly IndicatorDefinition[] = [
  ofTable({
    id: '5', name: '特殊药品经营企业监督检查覆盖率', unit: '%', attribute: 'binding', kind: 'full-coverage', target: 100, measure: INSPECTION,
    formula: '年内检查过的特殊药品经营企业 ÷ 特殊药品经营企业', numerator: '年内至少检查一次的特殊药品经营企业', denominator: '在营的特殊药品经营企业', period: '年度', says: '经营麻醉药品、精神药品等的企业，一年内是否都检查过。',
  }),
  ofTable({
    id: '6', name: '药品零售企业和使用单位纳入网格化监管覆盖率', unit: '%', attribute: 'binding', kind: 'full-coverage', target: 100, measure: awaiting('药品监管对象与网格'),
    formula: '落实网格责任人的药品零售企业和使用单位 ÷ 全部药品零售企业和使用单位', numerator: '落实网格和责任人的单位', denominator: '药品零售企业和使用单位', period: '期末', says: '药店和医疗机构是否都有监管责任人。',
  }),
  ofTable({
    id: '7', name: '“两品一械”抽检不合格处置率', unit: '%', attribute: 'binding', kind: 'full-coverage', target: 100, measure: DISPOSAL,
    formula: '已完成处置 ÷ 期内应完成处置', numerator: '已完成处置的不合格批次', denominator: '处置期限在期内届满的药品、化妆品、医疗器械不合格批次', period: '年度', says: '不合格的药品、化妆品、医疗器械是否都处置完了。',
  }),
  {
    ...ofTable({
      id: '8', name: '涉药投诉举报违法线索和药品安全违法行为调查处置率', unit: '%', attribute: 'binding', kind: 'full-coverage', target: 100, measure: { by: 'closed-ratio', matters: { procedures: ['report'], facts: { equal: { category: 'drug' } } } },
      formula: '截至日已核查处置完毕的涉药举报 ÷ 期内收到的涉药举报', numerator: '截至日已办结的药品类举报', denominator: '期内收到的药品类举报', period: '年度；按收到日归属',
      basis: '现有业务中只有举报登记药品类别，监督检查等来源的线索不分品类，未计入；口径为系统采用的操作定义，官方口径待核实；2026年以前取报送数', says: '涉及药品的线索是否都查处了。',
    }),
    targets: everyYear(100, '规划重要指标表第8项；正文二（一）2（1）持续保持100%'),
    countedFrom: '2026-01-01',
  },
  ofText({
    id: 't10', place: '二（一）2（2）', name: '疾控机构和接种单位疫苗质量检查覆盖率', unit: '%', kind: 'full-coverage', target: 100, isYearly: true, measure: INSPECTION,
    formula: '年内检查过的疾控机构和接种单位 ÷ 全部疾控机构和接种单位', numerator: '年内至少检查一次的单位', denominator: '疾控机构和接种单位', period: '年度', says: '打疫苗的地方，一年内是否都检查过。',
  }),
  ofText({
    id: 't11', place: '二（一）2（2）', name: '不合格药品核查处置率', unit: '%', kind: 'full-coverage', target: 100, isYearly: true, measure: DISPOSAL,
    formula: '已完成核查处置 ÷ 期内应完成核查处置', numerator: '已完成核查处置的不合格药品批次', denominator: '核查处置期限在期内届满的不合格药品批次', period: '年度', says: '不合格药品是否都查处完了。',
  }),
]
