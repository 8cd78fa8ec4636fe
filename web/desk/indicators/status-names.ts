import type { IndicatorStatus } from '../../../src/engines/indicator/contract.ts'

/** The statuses in the order a leader reads them: what needs work first. */
export const STATUSES = [
  ['open-gap', '存在缺口'], ['not-achieved', '未达标'], ['deteriorating', '倒退'], ['limited', '进展有限'], ['needs-acceleration', '需加快'],
  ['on-track', '进度正常'], ['achieved', '达标'], ['insufficient-sample', '不足以判断'], ['no-value', '暂无数据'],
] as const satisfies readonly (readonly [IndicatorStatus, string])[]
