import type { IndicatorDefinition } from '../../../engines/indicator/definition.ts'
import { awaiting, everyYear, ofTable, ofText } from './in-plan.ts'

const SAMPLING = awaiting('食品抽检业务')
const REGISTER = awaiting('食品监管对象名录')

export const foodIndicators: readonly IndicatorDefinition[] = [
  {
    ...ofTable({
      id: '1', name: '千人食品检验量', unit: '批次/千人', attribute: 'binding', kind: 'yearly-flow', target: 5.5, measure: SAMPLING,
      formula: '年内完成检验的食品批次 ÷（常住人口 ÷ 1000）', numerator: '年内完成检验的食品批次（含食用农产品）', denominator: '常住人口（千人）', period: '年度累计', exclusions: ['风险监测样品'],
      says: '每一千名居民，一年检验了多少批次食品。',
    }),
    targets: everyYear(5.5, '规划重要指标表第1项；正文二（一）1（1）每千人每年不低于5.5批次'),
  },
  ofTable({
    id: '2', name: '食品抽检合格率', unit: '%', attribute: 'expected', kind: 'rate', target: 98.5, measure: SAMPLING,
    formula: '（出具结论的批次 − 不合格批次）÷ 出具结论的批次', numerator: '结论合格的批次', denominator: '出具结论的批次', period: '年度', exclusions: ['仅作风险监测的样品'],
    basis: '复检改判的按最终结论；规划表列98.5%，正文列98%，分别评价（见t02）', says: '抽检的食品中，合格的占多少。',
  }),
  ofTable({
    id: '3', name: '不合格食品处置率', unit: '%', attribute: 'expected', kind: 'full-coverage', target: 100, measure: awaiting('食品核查处置业务'),
    formula: '已完成核查处置 ÷ 期内应完成核查处置', numerator: '已完成核查处置的不合格食品批次', denominator: '核查处置期限在期内届满的不合格食品批次', period: '年度', says: '查出的不合格食品，是否都处置完了。',
  }),
  ofTable({
    id: '4', name: '主要食品品种食品安全追溯覆盖率', unit: '%', attribute: 'expected', kind: 'full-coverage', target: 100, measure: REGISTER,
    formula: '建立有效追溯记录的主要品种食品经营者 ÷ 主要品种食品经营者', numerator: '有有效追溯记录的主要品种食品经营者', denominator: '在营的主要品种食品经营者', period: '期末', says: '主要食品能不能查到从哪里来。',
  }),
  ofText({
    id: 't01', place: '二（一）1（1）', name: '食品安全网格化覆盖率', unit: '%', kind: 'full-coverage', target: 100, measure: awaiting('网格与包保责任人'),
    formula: '明确食品安全网格责任人的网格 ÷ 全部网格', numerator: '明确责任人的网格', denominator: '全部城乡社区网格', period: '期末', says: '每个社区网格是否都有人负责食品安全。',
  }),
  ofText({
    id: 't02', place: '二（一）1（2）', name: '食品抽检合格率（正文）', unit: '%', kind: 'rate', target: 98, measure: SAMPLING,
    formula: '（出具结论的批次 − 不合格批次）÷ 出具结论的批次', numerator: '结论合格的批次', denominator: '出具结论的批次', period: '年度', exclusions: ['仅作风险监测的样品'],
    basis: '规划正文列98%，重要指标表第2项列98.5%，分别评价', says: '抽检的食品中，合格的占多少（正文目标）。',
  }),
  ofText({
    id: 't03', place: '二（一）1（2）', name: '重点食品抽检合格率', unit: '%', kind: 'rate', target: 98.5, measure: SAMPLING,
    formula: '重点产品合格批次 ÷ 重点产品出具结论的批次', numerator: '结论合格的重点产品批次', denominator: '出具结论的水产品、肉制品、白酒、桶装水、乳制品、糕点批次', period: '年度', exclusions: ['仅作风险监测的样品'],
    says: '水产品、肉制品、白酒、桶装水、乳制品、糕点抽检合格的占多少。',
  }),
  ofText({
    id: 't04a', place: '二（一）1（2）', name: '肉制品生产企业认证比例', unit: '%', kind: 'rate', target: 80, measure: REGISTER,
    formula: '通过体系认证的肉制品生产企业 ÷ 肉制品生产企业', numerator: '有有效体系认证的肉制品生产企业', denominator: '在产的肉制品生产企业', period: '期末', says: '肉制品厂中通过质量安全体系认证的占多少。',
  }),
  ofText({
    id: 't04b', place: '二（一）1（2）', name: '乳制品生产企业认证比例', unit: '%', kind: 'full-coverage', target: 100, measure: REGISTER,
    formula: '通过体系认证的乳制品生产企业 ÷ 乳制品生产企业', numerator: '有有效体系认证的乳制品生产企业', denominator: '在产的乳制品生产企业', period: '期末', says: '乳制品厂是否都通过了质量安全体系认证。',
  }),
  ofText({
    id: 't05a', place: '二（一）1（2）', name: '保健食品生产企业首席质量安全管理员配备率', unit: '%', kind: 'full-coverage', target: 100, measure: REGISTER,
    formula: '配备首席质量安全管理员的保健食品生产企业 ÷ 保健食品生产企业', numerator: '配备首席质量安全管理员的企业', denominator: '在产的保健食品生产企业', period: '期末', says: '保健食品厂是否都有首席质量安全管理员。',
  }),
  ofText({
    id: 't05b', place: '二（一）1（2）', name: '保健食品生产企业“一企一档”建档率', unit: '%', kind: 'full-coverage', target: 100, measure: REGISTER,
    formula: '监管档案完善的保健食品生产企业 ÷ 保健食品生产企业', numerator: '建有监管信息档案的企业', denominator: '在产的保健食品生产企业', period: '期末', basis: '正文要求“完善”，未列数值；按全部建档评价', says: '保健食品厂是否都有监管档案。',
  }),
  ofText({
    id: 't05c', place: '二（一）1（2）', name: '保健食品生产企业可追溯体系覆盖率', unit: '%', kind: 'full-coverage', target: 100, measure: REGISTER,
    formula: '建成可追溯体系的保健食品生产企业 ÷ 保健食品生产企业', numerator: '建成可追溯体系的企业', denominator: '在产的保健食品生产企业', period: '期末', basis: '正文要求“建成”，未列数值；按全部建成评价', says: '保健食品能不能查到从哪里来。',
  }),
  ofText({
    id: 't06', place: '二（一）1（2）', name: '食品标签标识标注合格率', unit: '%', kind: 'rate', target: 98, measure: SAMPLING,
    formula: '标签标识合格的产品 ÷ 检查标签标识的产品', numerator: '标签标识合格的产品', denominator: '检查标签标识的产品', period: '年度', says: '食品标签写得对不对。',
  }),
  ofText({
    id: 't07', place: '二（一）1（3）', name: '食品销售企业食品安全管理人员考核覆盖率', unit: '%', kind: 'full-coverage', target: 100, measure: awaiting('食品安全管理人员抽查考核'),
    formula: '规划期内考核过的食品安全管理人员 ÷ 全部食品安全管理人员', numerator: '2021年以来至少考核一次的人员', denominator: '食品销售企业在任食品安全管理人员', period: '规划期累计', says: '食品销售企业的食品安全管理人员是否都考核过。',
  }),
  ofText({
    id: 't08', place: '二（一）1（4）', name: '大中型餐饮单位“明厨亮灶”率', unit: '%', kind: 'rate', target: 80, measure: REGISTER,
    formula: '实施明厨亮灶的大中型餐饮单位 ÷ 大中型餐饮单位', numerator: '实施明厨亮灶的大中型餐饮单位', denominator: '在营的大中型餐饮单位', period: '期末', says: '大中型餐馆能不能看得见后厨。',
  }),
  ofText({
    id: 't09a', place: '二（一）1（7）', name: '食品安全事故2小时报告率', unit: '%', kind: 'full-coverage', target: 100, isYearly: true, measure: awaiting('食品安全事故业务'),
    formula: '2小时内报告的事故 ÷ 应报告的事故', numerator: '2小时内报告的事故', denominator: '报告期限在期内届满的事故', period: '年度', says: '发生食品安全事故，是否都在2小时内报告。',
  }),
  ofText({
    id: 't09b', place: '二（一）1（7）', name: '食品安全舆情24小时反馈率', unit: '%', kind: 'full-coverage', target: 100, isYearly: true, measure: awaiting('舆情处置业务'),
    formula: '24小时内反馈的舆情事件 ÷ 应反馈的舆情事件', numerator: '24小时内反馈的舆情事件', denominator: '反馈期限在期内届满的舆情事件', period: '年度', says: '食品安全舆情是否都在24小时内回应。',
  }),
]
