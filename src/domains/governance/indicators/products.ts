import type { IndicatorDefinition } from '../../../engines/indicator/definition.ts'
import { awaiting, everyYear, ofTable, ofText } from './in-plan.ts'

const SAMPLING = awaiting('产品质量监督抽查业务')
/** Published results of drawn visits for general items. */
const DRAWN_GENERAL_ITEMS = {
  by: 'register-coverage', entityKinds: ['enterprise', 'sole-trader', 'cooperative', 'branch'], procedures: ['inspection'], stoppedClock: 'publication',
  facts: { present: ['drawId'], equal: { itemLevel: 'general' } },
} as const
const METROLOGY = awaiting('计量业务')

export const productIndicators: readonly IndicatorDefinition[] = [
  ofTable({
    id: '11', name: '工业产品监督抽查不合格处置率', unit: '%', attribute: 'expected', kind: 'full-coverage', target: 100, measure: SAMPLING,
    formula: '已完成处置 ÷ 期内应完成处置', numerator: '已完成处置的不合格批次', denominator: '处置期限在期内届满的不合格批次', period: '年度', says: '查出的不合格工业产品是否都处置完了。',
  }),
  ofTable({
    id: '12', name: '重点工业产品监督抽查合格率', unit: '%', attribute: 'expected', kind: 'rate', target: 95, measure: SAMPLING,
    formula: '合格批次 ÷ 出具结论的批次', numerator: '结论合格的批次', denominator: '出具结论的批次', period: '年度', says: '抽查的重点工业产品中，合格的占多少。',
  }),
  ofTable({
    id: '13', name: '制造业产品质量合格率', unit: '%', attribute: 'expected', kind: 'rate', target: 94, measure: { by: 'reported', publisher: '市场监管总局或省、市市场监管局' },
    formula: '按产值加权的抽样调查合格率', numerator: '样本合格产值（发布机关掌握）', denominator: '样本产值（发布机关掌握）', period: '年度', basis: '上级抽样调查发布，区级不能由本级监督抽查推算；方法待核实', says: '制造业产品质量合格的占多少（上级公布）。',
  }),
  {
    ...ofTable({
      id: '14', name: '一般事项“双随机、一公开”抽查比例', unit: '%', attribute: 'binding', kind: 'yearly-flow', target: 8, measure: DRAWN_GENERAL_ITEMS,
      formula: '年内完成一般事项随机抽查并公示结果的主体 ÷ 在营主体', numerator: '期内公示了一般检查事项随机抽查结果的主体', denominator: '期末在营的主体', period: '年度累计',
      basis: '检查对象名录库按在营主体计；分子取随机抽取、属于一般检查事项、结果已公示的检查，同一主体计一次；2026年以前的业务不在本系统，取报送数', says: '一年里随机抽查了多少比例的经营主体。',
    }),
    targets: everyYear(8, '规划重要指标表第14项'),
    countedFrom: '2026-01-01',
  },
  ofText({
    id: 't16', place: '二（一）4（2）', name: '加油站成品油质量抽检覆盖率', unit: '%', kind: 'full-coverage', target: 100, isYearly: true, measure: SAMPLING,
    formula: '年内抽检过的加油站 ÷ 在营加油站', numerator: '年内至少抽检一次的加油站', denominator: '在营加油站', period: '年度', says: '加油站的油，一年内是否都抽检过。',
  }),
  ofText({
    id: 't18', place: '二（三）1', name: '公平竞争审查率', unit: '%', kind: 'full-coverage', target: 100, isYearly: true, measure: awaiting('公平竞争审查业务'),
    formula: '经过审查的政策措施 ÷ 应审查的政策措施', numerator: '经过公平竞争审查的政策措施', denominator: '期内出台的应审查政策措施', period: '年度', says: '政府出台的政策措施是否都经过公平竞争审查。',
  }),
  ofText({
    id: 't21a', place: '二（五）2', name: '强检计量器具受检率', unit: '%', kind: 'rate', target: 96, measure: METROLOGY,
    formula: '期内检定的强检计量器具 ÷ 期内应检定的强检计量器具', numerator: '期内检定的器具', denominator: '检定日期在期内届满的在用强检器具', period: '年度', says: '称、表、仪器该检定的检定了多少。',
  }),
  ofText({
    id: 't21b', place: '二（五）2', name: '定量包装商品净含量抽检合格率', unit: '%', kind: 'rate', target: 96, measure: METROLOGY,
    formula: '净含量合格批次 ÷ 抽检批次', numerator: '净含量合格批次', denominator: '出具结论的批次', period: '年度', says: '包装商品够不够秤。',
  }),
  ofText({
    id: 't21c', place: '二（五）2', name: '重点用能单位能源计量器具配备率', unit: '%', kind: 'rate', target: null, measure: METROLOGY,
    formula: '实际配备的能源计量器具 ÷ 应配备的能源计量器具', numerator: '实际配备数', denominator: '理论需要量', period: '期末', basis: '正文要求“达到国家规定要求”，未列数值；国家标准按用能层级分别规定', says: '重点用能单位的能源计量器具配齐了没有。',
  }),
]
