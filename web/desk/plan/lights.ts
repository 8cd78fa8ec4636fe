import type { TaskLight } from '../../../src/engines/plan/contract.ts'

/** The lights in the order they press. */
export const LIGHTS = [
  ['overdue', '逾期或滞后'], ['due-soon', '30日内到期'], ['on-schedule', '按期推进'], ['not-started', '未启动'], ['done', '已完成'],
] as const satisfies readonly (readonly [TaskLight, string])[]
