import { parsePlan } from '../../../engines/plan/plan.ts'
import { consumerGovernance, qualityStrategy } from './consumers-and-quality.ts'
import { drugSafety } from './drug-safety.ts'
import { businessEnvironment, marketOrder } from './environment-and-order.ts'
import { equipmentAndProductSafety } from './equipment-and-product-safety.ts'
import { foodSafety } from './food-safety.ts'
import { goals } from './goals.ts'
import { foundations, intellectualProperty, supervisionMechanism } from './property-and-foundations.ts'

/**
 * 《威海市文登区“十四五”市场监管规划》 in our own short wording. The plan prints the aims of 2025 and leaves the
 * timetable to yearly work (三（二）): the yearly milestones here are that timetable, owners as in the district's offices.
 */
export const plan14th = parsePlan({
  id: 'wendeng-14th', title: '威海市文登区“十四五”市场监管规划', number: '威文政办字〔2022〕20号', districtCode: '371003',
  issuedOn: '2022-07-10', period: { from: 2021, until: 2025 }, startsOn: '2022-07-10', endsOn: '2025-12-31',
  goals,
  groups: [
    { id: '1', name: '加强安全治理，进一步筑牢安全防线', place: '二（一）', items: [...foodSafety, ...drugSafety, ...equipmentAndProductSafety] },
    { id: '2', name: '加强服务指导，进一步优化营商环境', place: '二（二）', items: businessEnvironment },
    { id: '3', name: '规范市场秩序，进一步促进公平竞争', place: '二（三）', items: marketOrder },
    { id: '4', name: '加强消费治理，进一步优化消费环境', place: '二（四）', items: consumerGovernance },
    { id: '5', name: '实施质量强区战略，进一步提升质量水平', place: '二（五）', items: qualityStrategy },
    { id: '6', name: '实施知识产权战略，进一步激发创新活力', place: '二（六）', items: intellectualProperty },
    { id: '7', name: '完善市场监管机制，进一步提升治理效能', place: '二（七）', items: supervisionMechanism },
    { id: '8', name: '强化监管支撑保障，进一步夯实治理根基', place: '二（八）', items: foundations },
  ],
  evaluations: [
    { year: 2023, name: '中期评估报告', place: '三（三）' },
    { year: 2025, name: '终期评估报告', place: '三（三）' },
  ],
})
