import { useCallback, useEffect, useState } from 'react'
import { serverNow } from '../../kit/server-time.ts'
import type { Draft, FormKind } from './draft.ts'
import { canKeepDrafts, dropDraft, keepDraft, newDraft, openDraft } from './draft-store.ts'
import { dropDraftFiles } from './draft-files.ts'

export type KeptDraft = Readonly<{ draft: Draft; isKept: boolean; change: (part: Partial<Draft>) => void; discard: () => void }>

/** The draft of a form, kept on the device with every change. */
export function useDraft(kind: FormKind): KeptDraft {
  const [draft, setDraft] = useState(() => openDraft(kind))
  const [isKept] = useState(canKeepDrafts)
  useEffect(() => { if (isKept) keepDraft(draft) }, [draft, isKept])
  const change = useCallback((part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part, savedAt: serverNow() }))
  }, [])
  const discard = useCallback(() => {
    dropDraft(kind)
    dropDraftFiles(draft.id).catch(() => null)
    setDraft(newDraft(kind))
  }, [kind, draft.id])
  return { draft, isKept, change, discard }
}
