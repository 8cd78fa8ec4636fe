import type { Instant } from '../../../src/kernel/calendar-date.ts'

/**
 * Where something made on the phone stands. `saved`: on this phone, not released yet; `received`: the server has answered
 * that it holds it, with the same hash; `dropped`: given up by the person who made it.
 */
export type SendState = 'saved' | 'queued' | 'uploading' | 'received' | 'trouble' | 'dropped'

export const STATE_WORDS: Readonly<Record<SendState, string>> = {
  saved: '已存本机', queued: '排队中', uploading: '上传中', received: '服务器已收到', trouble: '需要处理', dropped: '已放弃',
}

/** Why something waits for a person: the server's words, or what the phone found wrong with its own copy. */
export type Trouble = Readonly<{ kind: 'conflict' | 'refused' | 'invalid' | 'damaged'; says: string; do: string; cite: string | null }>

export type Sending = Readonly<{ state: SendState; attempts: number; nextTryAt: Instant | null; trouble: Trouble | null; receivedAt: Instant | null }>

export const NOT_SENT: Sending = { state: 'saved', attempts: 0, nextTryAt: null, trouble: null, receivedAt: null }

/** True while it exists on this phone only, as far as the phone knows. */
export function isUnsent({ state }: Pick<Sending, 'state'>): boolean {
  switch (state) {
    case 'saved': case 'queued': case 'uploading': case 'trouble': return true
    case 'received': case 'dropped': return false
  }
}
