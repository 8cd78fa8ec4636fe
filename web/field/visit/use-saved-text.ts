import { useCallback, useEffect, useRef, useState } from 'react'
import { stored } from '../device/storage-faults.ts'
import { forgetLastWord, keepLastWord } from './last-words.ts'
import { keepText } from './text-spot.ts'
import type { TextSpot } from './text-spot.ts'

const DEBOUNCE_MS = 250

/** A text on the screen that goes to the device while it is typed: at the latest 250 ms after a key, and at once when the page is left. */
export function useSavedText(kept: string, spot: TextSpot): readonly [string, (text: string) => void] {
  const [text, setText] = useState(kept)
  const waiting = useRef<Readonly<{ timer: ReturnType<typeof setTimeout>; text: string; spot: TextSpot }> | null>(null)
  const flush = useCallback((isLeaving: boolean) => {
    if (waiting.current === null) return
    clearTimeout(waiting.current.timer)
    const word = { spot: waiting.current.spot, text: waiting.current.text }
    waiting.current = null
    if (isLeaving) keepLastWord(word)
    void stored(keepText(word.spot, word.text)).then((isStored) => { if (isLeaving && isStored) forgetLastWord(word) })
  }, [])
  useEffect(() => { if (waiting.current === null) setText(kept) }, [kept])
  useEffect(() => {
    const leave = (): void => { flush(true) }
    document.addEventListener('visibilitychange', leave)
    globalThis.addEventListener('pagehide', leave)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      globalThis.removeEventListener('pagehide', leave)
      flush(false)
    }
  }, [flush])
  const type = (next: string): void => {
    setText(next)
    if (waiting.current !== null) clearTimeout(waiting.current.timer)
    waiting.current = { text: next, spot, timer: setTimeout(() => { flush(false) }, DEBOUNCE_MS) }
  }
  return [text, type]
}
