import { useCallback, useEffect, useState } from 'react'
import { epochOf } from '../../../src/kernel/calendar-date.ts'
import { identifierFrom } from '../../../src/kernel/identifier.ts'
import { serverNow } from '../../kit/server-time.ts'
import { sortFiles } from './add-files.ts'
import type { FileRules } from './add-files.ts'
import { dropDraftFile, dropFilesOfOtherDrafts, keepDraftFiles, listDraftFiles } from './draft-files.ts'
import type { DraftFile } from './draft-files.ts'
import { keptDraftIds } from './draft-store.ts'
import { shrinkPhoto } from './shrink-photo.ts'

type Held = Readonly<{ draftId: string; files: readonly DraftFile[]; notes: readonly string[] }>

export type DraftFiles = Readonly<{
  files: readonly DraftFile[]
  isKept: boolean
  notes: readonly string[]
  add: (chosen: readonly File[], rules: FileRules) => Promise<void>
  remove: (id: string) => Promise<void>
}>

/** The files of a draft, kept on the device as they are added. Without storage they last until the page is left. */
export function useDraftFiles(draftId: string): DraftFiles {
  const [held, setHeld] = useState<Held>({ draftId, files: [], notes: [] })
  const [isKept, setIsKept] = useState(true)
  const { files, notes } = held.draftId === draftId ? held : { files: [], notes: [] }
  useEffect(() => {
    let isCurrent = true
    dropFilesOfOtherDrafts([draftId, ...keptDraftIds()]).then(async () => listDraftFiles(draftId)).then(
      (kept) => { if (isCurrent) setHeld({ draftId, files: kept, notes: [] }) },
      () => { if (isCurrent) setIsKept(false) },
    )
    return () => { isCurrent = false }
  }, [draftId])

  const add = useCallback(async (chosen: readonly File[], rules: FileRules) => {
    const fitting = await Promise.all(chosen.map(async (file) => shrinkPhoto(file, rules.maxBytes)))
    const shrunk = fitting.filter((file, index) => file !== chosen[index]).map((file) => `“${file.name}”太大，已缩小后添加，原件请保留在手机里`)
    const { taken, refused } = sortFiles(fitting, files.length, rules)
    const first = (files.at(-1)?.order ?? -1) + 1
    const added = taken.map((file, index) => ({
      id: identifierFrom(epochOf(serverNow()), crypto.getRandomValues(new Uint8Array(10))), draftId, order: first + index, name: file.name, mediaType: file.type, byteSize: file.size, blob: file,
    }))
    setHeld({ draftId, files: [...files, ...added], notes: [...shrunk, ...refused] })
    await keepDraftFiles(added).catch(() => { setIsKept(false) })
  }, [draftId, files])

  const remove = useCallback(async (id: string) => {
    setHeld((before) => ({ ...before, files: before.files.filter((file) => file.id !== id), notes: [] }))
    await dropDraftFile(id).catch(() => { setIsKept(false) })
  }, [])

  return { files, isKept, notes, add, remove }
}
