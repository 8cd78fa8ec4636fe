import { canCapture } from '../capture/sha256.ts'
import { keyOf } from '../device/field-database.ts'
import { keepText } from './text-spot.ts'
import type { TextSpot } from './text-spot.ts'

type LastWord = Readonly<{ spot: TextSpot; text: string }>

const KEY = 'hengjian-field-last-words'

/** Keeps a text while the page is being closed: the database takes longer than the page has left, this store writes at once. */
export function keepLastWord(word: LastWord): void {
  localStorage.setItem(KEY, JSON.stringify([...readLastWords(), word]))
}

/** The page lived on and the database has the text. */
export function forgetLastWord({ spot, text }: LastWord): void {
  const others = readLastWords().filter((word) => JSON.stringify(word) !== JSON.stringify({ spot, text }))
  if (others.length === 0) localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, JSON.stringify(others))
}

/** Brings texts of a closed page into the database, as soon as the rows they belong to can be opened. */
export async function restoreLastWords(): Promise<void> {
  for (const word of readLastWords()) {
    if (canCapture() && await keyOf(ownerOf(word.spot)) === null) continue
    await keepText(word.spot, word.text)
    forgetLastWord(word)
  }
}

function ownerOf(spot: TextSpot): string {
  return spot.of === 'visit' ? spot.key.split('/')[0] ?? '' : spot.empty.accountId
}

function readLastWords(): readonly LastWord[] {
  const kept = localStorage.getItem(KEY)
  if (kept === null) return []
  // Only this file writes under the key.
  const words: readonly LastWord[] = JSON.parse(kept)
  return words
}
