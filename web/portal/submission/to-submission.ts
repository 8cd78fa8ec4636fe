import type { Submission, SubmissionKind } from '../../../src/domains/consumer/contract.ts'
import { fenFromYuanText } from '../../../src/kernel/money.ts'
import { amountDigits, asksForRedress } from './check-draft.ts'
import type { Draft } from './draft.ts'

/** What a draft is sent as: a complaint, a report, or both. */
export function submissionKind(draft: Draft): SubmissionKind {
  return draft.isMixed ? 'mixed' : draft.kind
}

/** A draft without faults as the server takes it; empty fields are left out, a nameless reporter sends no person data. */
export function toSubmission(draft: Draft): Submission {
  const redress = asksForRedress(draft)
  const amountInFen = draft.amountText.trim() === '' ? undefined : fenFromYuanText(amountDigits(draft.amountText))
  const isNameless = !redress && draft.isAnonymous
  return {
    id: draft.id,
    kind: submissionKind(draft),
    person: isNameless
      ? { name: '', phone: '', isAnonymous: true }
      : { name: draft.name.trim(), phone: draft.phone.replaceAll(/\s/gu, ''), ...filled('address', draft.address), ...filled('email', draft.email) },
    respondent: {
      name: draft.respondentName.trim(), ...filled('uscc', draft.respondentUscc), ...filled('address', draft.respondentAddress),
      ...filled('entityId', draft.entityId), ...filled('platformName', draft.platformName),
    },
    content: draft.content.trim(),
    category: draft.category,
    ...filled('purchasedOn', draft.purchasedOn),
    ...filled('harmKnownOn', draft.harmKnownOn),
    ...(amountInFen === undefined ? {} : { amountInFen }),
    ...(redress ? { ...filled('demand', draft.demand), hasConsentedToMediation: draft.mediation === 'yes' } : {}),
    ...(submissionKind(draft) === 'complaint' || isNameless ? {} : { wantsReward: draft.wantsReward }),
  }
}

function filled<K extends string>(key: K, text: string): Partial<Record<K, string>> {
  const trimmed = text.trim()
  const entry: Partial<Record<K, string>> = {}
  if (trimmed !== '') entry[key] = trimmed
  return entry
}
