import type { IndicatorDefinition } from '../../../engines/indicator/definition.ts'
import { awaiting, everyYear, ofTable, ofText } from './in-plan.ts'

const LIFTS = awaiting('电梯名录')

export const equipmentIndicators: readonly IndicatorDefinition[] = [
  ofTable({
    id: '9', name: '“96333”电梯应急处置服务平台覆盖率', unit: '%', attribute: 'binding', kind: 'full-coverage', target: 100, measure: LIFTS,
    formula: '接入96333平台的电梯 ÷ 在用电梯', numerator: '接入96333平台的电梯', denominator: '在用电梯', period: '期末', says: '电梯困人时，是否都能通过96333求助。',
  }),
  {
    ...ofTable({
      id: '10', name: '万台特种设备死亡率', unit: '人/万台', attribute: 'binding', kind: 'rare-event', direction: 'lower', multiplier: 10_000, target: 0.03,
      measure: { by: 'none', awaits: '待特种设备名录与事故业务接入后自动计算；在此之前可导入死亡人数（分子）和在用台数（分母）' },
      formula: '特种设备事故死亡人数 ÷ 在用特种设备台数 × 10000', numerator: '特种设备事故死亡人数', denominator: '在用特种设备台数', period: '年度',
      basis: '规划表印作“%”，该统计为每万台死亡人数，按人/万台列示，并列确切人数和台数', says: '每一万台特种设备，一年因事故死亡几人。',
    }),
    targets: everyYear(0.03, '规划重要指标表第10项'),
  },
  ofText({
    id: 't12', place: '二（一）3（2）', name: '5类特种设备使用单位双重预防体系覆盖率', unit: '%', kind: 'full-coverage', target: 100, measure: awaiting('双重预防体系业务'),
    formula: '建成双重预防体系的使用单位 ÷ 设置安全管理机构的5类使用单位', numerator: '建成双重预防体系的使用单位', denominator: '设置安全管理机构的5类特种设备使用单位', period: '期末', says: '特种设备使用单位是否都建立了双重预防体系。',
  }),
  ofText({
    id: 't13', place: '二（一）3（3）', name: '电梯责任保险投保率', unit: '%', kind: 'full-coverage', target: 100, measure: LIFTS,
    formula: '责任保险有效的电梯 ÷ 在用电梯', numerator: '责任保险有效的电梯', denominator: '在用电梯', period: '期末', says: '电梯是否都上了责任保险。',
  }),
  ofText({
    id: 't14', place: '二（一）3（4）', name: '特种设备安全监察骨干培训学时', unit: '学时', kind: 'yearly-flow', target: 40, isYearly: true, measure: awaiting('人员培训业务'),
    formula: '年内组织的骨干培训学时', numerator: '年内培训学时', period: '年度累计', basis: '正文“每年培训40学时以上”', says: '特种设备安全监察骨干一年培训了多少学时。',
  }),
  ofText({
    id: 't15a', place: '二（一）3（1）', name: '特种设备定期检验率', unit: '%', kind: 'full-coverage', target: 100, isYearly: true, measure: awaiting('特种设备检验周期'),
    formula: '按期检验的设备 ÷ 检验日期在期内届满的在用设备', numerator: '按期检验的设备', denominator: '检验日期在期内届满的在用设备', period: '年度', exclusions: ['停用、报废设备'],
    basis: '正文“应检必检、应检尽检、报检必检”，未列数值；按全部检验评价', says: '特种设备是否都按时检验。',
  }),
  ofText({
    id: 't15b', place: '二（一）3（1）', name: '超期未检特种设备数', unit: '台', kind: 'stock', direction: 'lower', target: 0, isYearly: true, measure: awaiting('特种设备检验周期'),
    formula: '期末检验已超期的在用设备', numerator: '检验已超期的在用设备', period: '期末', basis: '正文要求建立超期未检隐患排查消除机制；按清零评价', says: '还有几台特种设备过期没有检验。',
  }),
]
