import { addDays, epochOf } from '../src/kernel/calendar-date.ts'
import type { Matter } from '../src/engines/procedure/matter.ts'
import { dayOf } from './case-stage.ts'
import type { Course } from './deed.ts'
import { step } from './desk.ts'
import type { Desk } from './desk.ts'
import { officeMoment } from './office-time.ts'

/** Working days from the appeal to what the two matters of one appeal make of its result: first the answer, then the case, then the end. */
const RESULT_HERE = 28
export const RESULT_IN_THE_CASE = { from: 32, to: 55 } as const
const PERFORMED = 75

/** Whether an appeal against a case succeeds; the case and the bureau's answer ask the same. One in four does. */
export function isAppealLost(caseNumber: string): boolean {
  return Number(/(\d+)号$/u.exec(caseNumber)?.[1] ?? 1) % 4 === 0
}

/** The bureau's answer to an appeal against a penalty, to its result. */
export function* appealCourse(desk: Desk, opened: Matter): Course {
  const { chance, world } = desk
  const officer = desk.officerOf(opened)
  const { way, contestedActOn, caseNumber } = opened.facts
  const next = (days: number): number => officeMoment(world.calendar, chance, at, days)
  let at = epochOf(opened.openedAt)
  yield step(at = next(chance.between(1, 5)), officer, 'receiveCopy', { way, copyReceivedOn: dayOf(at), reviewBody: way === 'litigation' ? '示例区人民法院' : '示例区人民政府', docketNo: `示例${opened.number}`, claims: '请求撤销处罚决定。' })
  yield step(at += 3_600_000, desk.headOf(opened), 'nameResponsible', { responsible: [officer.id] })
  yield step(at = next(chance.between(2, 6)), officer, 'reply', {
    replyText: '处罚决定认定事实清楚，证据确凿，适用依据正确，程序合法，请予维持。', repliedOn: dayOf(at), exhibits: [{ name: '现场笔录', proves: '现场检查的情况', obtainedOn: contestedActOn ?? dayOf(epochOf(opened.openedAt)) }],
  })
  at = officeMoment(world.calendar, chance, epochOf(opened.openedAt), RESULT_HERE)
  const paper = { resultNo: `示例决定${opened.number}`, resultServedOn: dayOf(at) }
  if (!isAppealLost(String(caseNumber))) {
    yield step(at, officer, 'recordUpheld', { ...paper, resultText: '维持原行政处罚决定。' })
    return
  }
  yield step(at, officer, 'recordLost', { ...paper, outcome: 'annulled', resultText: '主要事实不清，撤销原决定。', performUntilOn: addDays(dayOf(at), 90) })
  yield step(officeMoment(world.calendar, chance, epochOf(opened.openedAt), PERFORMED), desk.headOf(opened), 'confirmPerformance', { performanceNote: '已撤销原处罚决定并撤回公示。', lesson: '对关键事实应当补强证据后再作决定。' })
}
