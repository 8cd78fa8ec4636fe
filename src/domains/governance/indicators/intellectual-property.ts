import type { IndicatorDefinition, Measure } from '../../../engines/indicator/definition.ts'
import { ofTable, ofText } from './in-plan.ts'

const published = (publisher: string): Measure => ({ by: 'reported', publisher })
const IP_OFFICE = '国家或省、市知识产权局'

export const intellectualPropertyIndicators: readonly IndicatorDefinition[] = [
  ofTable({
    id: '18', name: '新增质量管理体系认证企业数量', unit: '家', attribute: 'expected', kind: 'yearly-flow', target: 30, measure: published('国家认监委'),
    formula: '年内首次取得质量管理体系认证的企业', numerator: '年内首次取得质量管理体系认证的企业', period: '年度累计', basis: '规划未说明按年还是按规划期，按年内新增评价；口径待核实', says: '新增多少家通过质量管理体系认证的企业。',
  }),
  ofTable({
    id: '19', name: '每万人口发明专利拥有量', unit: '件', attribute: 'expected', kind: 'stock', target: 12, measure: published(IP_OFFICE),
    formula: '有效发明专利量 ÷ 常住人口 × 10000', numerator: '期末有效发明专利量', denominator: '常住人口', multiplier: 10_000, period: '期末', basis: '知识产权统计通行口径', says: '每一万人拥有多少件有效发明专利。',
  }),
  ofTable({
    id: '20', name: '知识产权质押融资金额', unit: '亿元', attribute: 'expected', kind: 'yearly-flow', target: 7, measure: published(IP_OFFICE),
    formula: '年内登记的知识产权质押融资金额合计', numerator: '年内登记的质押融资金额', period: '年度累计', says: '企业用知识产权质押贷到了多少钱。',
  }),
  ofTable({
    id: '21', name: '知识产权保护社会满意度', unit: '分', attribute: 'expected', kind: 'score', target: 85, measure: published('满意度调查机构'),
    formula: '抽样调查得分（百分制）', numerator: '调查得分', period: '年度', basis: '调查方法和样本量随来源记载', says: '公众对知识产权保护打多少分。',
  }),
  ofTable({
    id: '22', name: '有效注册商标量', unit: '万件', attribute: 'expected', kind: 'stock', target: 8, measure: published('国家知识产权局商标局'),
    formula: '期末有效注册商标件数', numerator: '期末有效注册商标（万件）', period: '期末', says: '全区有多少件有效注册商标。',
  }),
  ofTable({
    id: '23', name: '公共服务质量满意度', unit: '分', attribute: 'expected', kind: 'score', target: 85, measure: published('满意度调查机构'),
    formula: '抽样调查得分（百分制）', numerator: '调查得分', period: '年度', basis: '调查方法和样本量随来源记载', says: '公众对公共服务质量打多少分。',
  }),
  ofText({
    id: 't17a', place: '二（二）3', name: '新增地理标志授权使用企业', unit: '家', kind: 'stock', target: 50, measure: published(IP_OFFICE),
    formula: '规划期内新增的地理标志授权使用企业', numerator: '新增授权使用企业', period: '规划期累计', says: '新增多少家可以使用地理标志的企业。',
  }),
  ofText({
    id: 't17b', place: '二（二）3', name: '西洋参精深加工企业自主注册商标', unit: '件', kind: 'stock', target: 80, measure: published('国家知识产权局商标局'),
    formula: '期末西洋参精深加工企业的有效注册商标', numerator: '期末有效注册商标', period: '期末', says: '西洋参加工企业有多少件自己的商标。',
  }),
  ofText({
    id: 't17c', place: '二（二）3', name: '西洋参产业总产值', unit: '亿元', kind: 'yearly-flow', target: 50, measure: published('统计、农业农村部门'),
    formula: '西洋参产业年总产值', numerator: '年总产值', period: '年度累计', says: '西洋参产业一年产值多少。',
  }),
  ofText({
    id: 't17d', place: '二（二）3', name: '地理标志专用标志使用覆盖率', unit: '%', kind: 'rate', target: 70, measure: published(IP_OFFICE),
    formula: '使用专用标志的企业 ÷ 地理标志产品生产企业', numerator: '使用专用标志的企业', denominator: '地理标志产品生产企业', period: '期末', says: '地理标志产品用上专用标志的占多少。',
  }),
  ofText({
    id: 't20', place: '二（五）1', name: '主持或参与制修订标准数', unit: '项', kind: 'stock', target: 10, measure: published('标准信息公共服务平台'),
    formula: '规划期内主持或参与制定修订的国家标准、行业标准、团体标准', numerator: '主持或参与制修订的标准', period: '规划期累计', says: '主持或参与制定了多少项标准。',
  }),
]
