import { useEffect, useState } from 'react'
import { sizeText } from '../../kit/time-text.ts'
import { fieldTables } from './field-database.ts'
import { isUnsent } from './send-state.ts'

const MARK = 'hengjian-field-unsent'
const LITTLE_BYTES = 200 * 1_048_576

export type StorageHealth = Readonly<{ says: string; isLittle: boolean; isPersistent: boolean }>

/** How much the phone can still take, and whether the browser promised not to clear it away. Asks for that promise once. */
export function useStorageHealth(): StorageHealth | null {
  const [health, setHealth] = useState<StorageHealth | null>(null)
  useEffect(() => { void readHealth().then(setHealth) }, [])
  return health
}

async function readHealth(): Promise<StorageHealth | null> {
  if (!('storage' in navigator)) return null
  const isPersistent = await navigator.storage.persist().catch(() => false)
  const { usage = 0, quota = 0 } = await navigator.storage.estimate().catch(() => ({ usage: 0, quota: 0 }))
  const left = Math.max(quota - usage, 0)
  return {
    isPersistent, isLittle: quota > 0 && left < LITTLE_BYTES,
    says: `本机已用 ${sizeText(usage)}，还可存 ${sizeText(left)}；${isPersistent ? '系统不会自动清除' : '空间紧张时系统可能清除，请尽早联网上传'}`,
  }
}

/** Writes down, outside the database, how much of an officer's work only this phone has. */
export async function markUnsent(accountId: string): Promise<void> {
  const { actions, evidence } = fieldTables()
  const count = await actions.where('accountId').equals(accountId).filter(isUnsent).count() + await evidence.where('accountId').equals(accountId).filter(isUnsent).count()
  localStorage.setItem(MARK, JSON.stringify({ ...readMarks(), [accountId]: count }))
}

/** How much unsent work of an officer was here when last counted and is here no more: the browser cleared or lost its database. */
export async function lostSinceMarked(accountId: string): Promise<number> {
  const { actions, evidence } = fieldTables()
  const marked = readMarks()[accountId] ?? 0
  const present = await actions.where('accountId').equals(accountId).count() + await evidence.where('accountId').equals(accountId).count()
  return Math.max(marked - present, 0)
}

/** The person has read that work was lost. */
export function forgetMark(accountId: string): void {
  localStorage.setItem(MARK, JSON.stringify({ ...readMarks(), [accountId]: 0 }))
}

function readMarks(): Readonly<Record<string, number>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(MARK) ?? '{}')
    return Object.fromEntries(Object.entries(kept ?? {}).flatMap(([key, value]) => (typeof value === 'number' ? [[key, value]] : [])))
  } catch {
    return {}
  }
}
