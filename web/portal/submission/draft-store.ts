import { epochOf } from '../../../src/kernel/calendar-date.ts'
import { identifierFrom } from '../../../src/kernel/identifier.ts'
import { serverNow } from '../../kit/server-time.ts'
import { draftKey, emptyDraft, isUntouched, restoreDraft } from './draft.ts'
import type { Draft, FormKind } from './draft.ts'

/** The kept draft of a form, or a new one with its own id. */
export function openDraft(kind: FormKind): Draft {
  return restoreDraft(localText(draftKey(kind)), kind, serverNow()) ?? newDraft(kind)
}

/** The ids of the drafts this device keeps, of both forms. */
export function keptDraftIds(): readonly string[] {
  const kinds: readonly FormKind[] = ['complaint', 'report']
  return kinds.flatMap((kind) => restoreDraft(localText(draftKey(kind)), kind, serverNow())?.id ?? [])
}

export function newDraft(kind: FormKind): Draft {
  const nowAt = serverNow()
  // getRandomValues also works on an address without TLS, randomUUID does not.
  return emptyDraft(kind, identifierFrom(epochOf(nowAt), crypto.getRandomValues(new Uint8Array(10))), nowAt)
}

/** False when the browser stores nothing, as some do in private windows. */
export function canKeepDrafts(): boolean {
  try {
    localStorage.setItem('hengjian.portal.probe', '')
    localStorage.removeItem('hengjian.portal.probe')
    return true
  } catch {
    return false
  }
}

/** Keeps the draft on this device; an untouched one leaves no trace. */
export function keepDraft(draft: Draft): void {
  if (isUntouched(draft)) localStorage.removeItem(draftKey(draft.kind))
  else localStorage.setItem(draftKey(draft.kind), JSON.stringify(draft))
}

export function dropDraft(kind: FormKind): void {
  try {
    localStorage.removeItem(draftKey(kind))
  } catch {
    // Nothing was kept.
  }
}

function localText(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
