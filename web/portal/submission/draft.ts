import { epochOf } from '../../../src/kernel/calendar-date.ts'
import type { Instant } from '../../../src/kernel/calendar-date.ts'
import { isIdentifier } from '../../../src/kernel/identifier.ts'

/** Which of the two forms is being filled in. */
export type FormKind = 'complaint' | 'report'

/** What the citizen has typed so far: text as typed, so that nothing half-finished is lost. */
export type Draft = Readonly<{
  id: string
  kind: FormKind
  savedAt: Instant
  entityId: string
  respondentName: string
  respondentUscc: string
  respondentAddress: string
  platformName: string
  category: string
  content: string
  isMixed: boolean
  hasFiles: boolean
  demand: string
  purchasedOn: string
  amountText: string
  harmKnownOn: string
  mediation: '' | 'yes' | 'no'
  isAnonymous: boolean
  name: string
  phone: string
  address: string
  email: string
  wantsReward: boolean
  isTrue: boolean
}>

export const STEP_COUNT = 5

/** What a step of a form is called; the first `step` is 1. */
export function stepName(kind: FormKind, step: number): string {
  const names = kind === 'complaint'
    ? ['投诉谁', '发生了什么', '时间、金额和诉求', '照片和材料', '您的信息和确认']
    : ['举报谁', '发生了什么', '时间和金额', '照片和材料', '您的信息和确认']
  return names[step - 1] ?? ''
}

const KEPT_DAYS = 30
const DAY_MS = 86_400_000

/** Under which name a form's draft is kept on the device. */
export function draftKey(kind: FormKind): string {
  return `hengjian.portal.draft.${kind}`
}

export function emptyDraft(kind: FormKind, id: string, savedAt: Instant): Draft {
  return {
    id, kind, savedAt, entityId: '', respondentName: '', respondentUscc: '', respondentAddress: '', platformName: '', category: '', content: '', isMixed: false, hasFiles: false,
    demand: '', purchasedOn: '', amountText: '', harmKnownOn: '', mediation: '', isAnonymous: false, name: '', phone: '', address: '', email: '', wantsReward: false, isTrue: false,
  }
}

/** True when nothing has been typed yet. */
export function isUntouched(draft: Draft): boolean {
  const empty = emptyDraft(draft.kind, draft.id, draft.savedAt)
  return JSON.stringify({ ...empty, ...draft }) === JSON.stringify(empty)
}

/** A draft from kept text; undefined when it is of another shape, another form or older than 30 days. */
export function restoreDraft(text: string | null, kind: FormKind, nowAt: Instant): Draft | undefined {
  if (text === null) return undefined
  const kept = parsed(text)
  const { id, savedAt } = kept
  if (typeof id !== 'string' || !isIdentifier(id) || kept['kind'] !== kind || typeof savedAt !== 'string') return undefined
  const age = epochOf(nowAt) - Date.parse(savedAt)
  if (!(age < KEPT_DAYS * DAY_MS)) return undefined
  const empty = emptyDraft(kind, id, savedAt)
  const known = Object.entries(empty).map(([key, value]) => [key, typeof kept[key] === typeof value ? kept[key] : value])
  return { ...empty, ...Object.fromEntries(known) }
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
