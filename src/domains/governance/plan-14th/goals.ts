import type { PlanData } from '../../../engines/plan/plan.ts'

export const goals: PlanData['goals'] = [
  { id: 'g1', title: '市场安全防线更加严密牢固', place: '一（三）1' },
  { id: 'g2', title: '市场准入环境更加宽松便捷', place: '一（三）2' },
  { id: 'g3', title: '市场竞争环境更加公平有序', place: '一（三）3' },
  { id: 'g4', title: '市场消费环境更加安全放心', place: '一（三）4' },
  { id: 'g5', title: '质量强区战略持续巩固提升', place: '一（三）5' },
  { id: 'g6', title: '知识产权战略取得突破进展', place: '一（三）6' },
  { id: 'g7', title: '现代化市场监管格局基本建立', place: '一（三）7' },
]
