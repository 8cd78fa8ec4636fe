import { epochOf } from '../src/kernel/calendar-date.ts'
import type { Facts } from '../src/engines/procedure/matter.ts'
import { RESULT_IN_THE_CASE, isAppealLost } from './appeal-course.ts'
import { TEN_MINUTES, dayOf } from './case-stage.ts'
import type { CasePart, CaseStage } from './case-stage.ts'
import type { Deed } from './deed.ts'
import { deskFor, step } from './desk.ts'
import type { Desk } from './desk.ts'
import { repairCourse } from './listing-course.ts'
import { dueOf, officeMoment } from './office-time.ts'

const DAY = 86_400_000

/** From a published decision to its performance: paid in time, paid late with what that costs, or annulled on appeal. */
export function* execute(desk: Desk, fineInFen: number, stage: CaseStage): Generator<Deed, CaseStage & Readonly<{ isRevoked: boolean }>, CaseStage['matter']> {
  const { chance, leader, world } = desk
  const { handler, handlers } = stage
  let { matter, at } = stage
  const fate = chance.next()
  const due = dueOf(matter, 'payment')
  if (fate < 0.05 && due?.status === 'determined') {
    matter = yield step(at = officeMoment(world.calendar, chance, Math.max(at, epochOf(due.dueAt)), chance.between(4, 15)), leader, 'addLateFee', { lateFeeAsOfOn: dayOf(at) })
    const owed = fineInFen + Number(matter.facts['lateFeeInFen'] ?? 0)
    matter = yield step(at += TEN_MINUTES, handler, 'recordFullPayment', paymentOf(at, owed))
  } else {
    matter = yield step(at = desk.paced(matter, at, { clock: 'payment', meanWorkingDays: 3, risk: 0.6 }), handler, 'recordFullPayment', paymentOf(at, fineInFen))
    if (fate > 0.955) {
      matter = yield step(at = desk.later(at, 12), handler, 'recordAppeal', { appealKind: fate > 0.975 ? 'reconsideration' : 'litigation', appealOn: dayOf(at) })
      const isAnnulled = isAppealLost(matter.number)
      matter = yield step(at = officeMoment(world.calendar, chance, at, chance.between(RESULT_IN_THE_CASE.from, RESULT_IN_THE_CASE.to)), handler, 'recordAppealResult', { appealResult: isAnnulled ? 'annulled' : 'upheld', appealEndedOn: dayOf(at) })
      if (isAnnulled) {
        matter = yield step(at = officeMoment(world.calendar, chance, at, chance.between(1, 5)), leader, 'revokeDecision', { revocationReason: '复议机关决定撤销原行政处罚决定。' })
        matter = yield step(at = desk.paced(matter, at, { clock: 'withdrawal', meanWorkingDays: 1, risk: 0.3 }), handler, 'withdrawPublication', { withdrawnOn: dayOf(at) })
        matter = yield step(at = desk.later(at, 6), handler, 'recordRefund', { refundedInFen: Number(matter.facts['paidInFen'] ?? 0), refundedOn: dayOf(at), refundReceiptNo: '退库凭证' })
        return { matter, at, handler, handlers, isRevoked: true }
      }
    }
  }
  matter = yield step(at = desk.later(at, 1), handler, 'confirmExecution', { executedOn: dayOf(at), isOtherDutyPerformed: true })
  return { matter, at, handler, handlers, isRevoked: false }
}

function paymentOf(at: number, amountInFen: number): Facts {
  return { paidUpOn: dayOf(at), paymentsAdded: [{ amountInFen, paidOn: dayOf(at), receiptNo: '票据' }] }
}

/** Many who are published apply for repair once the least period has passed: half a year under every measure so far. */
export function* repairLater(desk: Desk, stage: CaseStage, wish: Readonly<{ publishedOn: string; chance: number }>): CasePart {
  const { chance, world, intake } = desk
  const { matter } = stage
  const at = officeMoment(world.calendar, chance, epochOf(`${wish.publishedOn}T01:00:00.000Z`) + chance.between(195, 330) * DAY, 0)
  if (!chance.is(wish.chance) || at < stage.at || at >= world.endAt) return stage
  const applicant = matter.subjectName ?? matter.title
  yield {
    do: 'open', at, by: intake, start: {
      at, by: intake, procedure: 'credit-repair', title: `${applicant}信用修复`, channel: 'counter', officeId: matter.officeId, townCode: matter.townCode, subjectEntityId: matter.subjectEntityId, subjectName: matter.subjectName,
      receivedAt: at, parties: [], chance, facts: { applicantName: applicant, repairKind: 'penalty', recordNo: matter.number, penaltyClass: 'general', publishedOn: wish.publishedOn },
      course: (opened) => repairCourse(deskFor(world, chance), { verified: { hasPerformed: true, hasRemovedHarm: true, hasNewPenalty: false }, method: 'paper' }, opened),
    },
  }
  return { ...stage, at }
}
