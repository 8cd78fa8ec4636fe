import type { IntakeRequest, SubmissionKind } from '../../../src/domains/consumer/contract.ts'
import { fenOf, instantOf } from '../parts/form-values.ts'

type IntakeKind = SubmissionKind | 'work-order'

/** The intake form as its controls hold it: flat, texts as typed. */
export type IntakeForm = Readonly<{
  kind?: IntakeKind; channel?: IntakeRequest['channel']; receivedAt?: string; outsideNo?: string; orderType?: string
  content?: string; demand?: string; category?: string; purchasedOn?: string; amount?: string; harmKnownOn?: string; wantsReward?: boolean; hasConsentedToMediation?: boolean
  respondentName?: string; entityId?: string; uscc?: string; respondentAddress?: string; platformName?: string
  isAnonymous?: boolean; personName?: string; phone?: string; idNumber?: string; personAddress?: string; email?: string
  officeId?: string; officeReason?: string
}>

const textOf = (text: string | undefined): string => text?.trim() ?? ''

/** Drops what was not filled in. */
function filled<T extends Readonly<Record<string, string | number | boolean | undefined>>>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: { [K in keyof T]?: Exclude<T[K], undefined> } = {}
  for (const key in values) {
    const value = values[key]
    if (value !== undefined && value !== '') kept[key] = value as Exclude<T[typeof key], undefined>
  }
  return kept
}

/** What the form registers. A moment or amount that does not read is left to the form's own checks. */
export function intakeRequestOf(form: IntakeForm, stepId: string): IntakeRequest {
  const amountInFen = form.amount === undefined ? undefined : fenOf(form.amount)
  return {
    stepId, channel: form.channel ?? 'counter', receivedAt: instantOf(form.receivedAt ?? '') ?? '',
    ...filled({ outsideNo: textOf(form.outsideNo), orderType: form.orderType, officeId: form.officeId, officeReason: textOf(form.officeReason) }),
    submission: {
      kind: form.kind ?? 'complaint', content: textOf(form.content), category: form.category ?? '',
      person: { name: textOf(form.personName), phone: textOf(form.phone), ...filled({ idNumber: textOf(form.idNumber), address: textOf(form.personAddress), email: textOf(form.email), isAnonymous: form.isAnonymous }) },
      respondent: { name: textOf(form.respondentName), ...filled({ uscc: textOf(form.uscc), address: textOf(form.respondentAddress), entityId: form.entityId, platformName: textOf(form.platformName) }) },
      ...filled({ demand: textOf(form.demand), purchasedOn: form.purchasedOn, amountInFen, harmKnownOn: form.harmKnownOn, wantsReward: form.wantsReward, hasConsentedToMediation: form.hasConsentedToMediation }),
    },
  }
}
