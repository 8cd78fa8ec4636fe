import { useCallback, useEffect, useRef, useState } from 'react'
import { stored } from './storage-faults.ts'

const DEBOUNCE_MS = 250

/** A text on the screen that goes to the device while it is typed: at the latest 250 ms after a key, and at once when the page is left. */
export function useSavedText(kept: string, save: (text: string) => PromiseLike<unknown>): readonly [string, (text: string) => void] {
  const [text, setText] = useState(kept)
  const waiting = useRef<Readonly<{ timer: ReturnType<typeof setTimeout>; text: string }> | null>(null)
  const saveNow = useRef(save)
  useEffect(() => { saveNow.current = save })
  const flush = useCallback(() => {
    if (waiting.current === null) return
    clearTimeout(waiting.current.timer)
    const last = waiting.current.text
    waiting.current = null
    void stored(saveNow.current(last))
  }, [])
  useEffect(() => { if (waiting.current === null) setText(kept) }, [kept])
  useEffect(() => {
    document.addEventListener('visibilitychange', flush)
    globalThis.addEventListener('pagehide', flush)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      globalThis.removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])
  const type = useCallback((next: string) => {
    setText(next)
    if (waiting.current !== null) clearTimeout(waiting.current.timer)
    waiting.current = { text: next, timer: setTimeout(flush, DEBOUNCE_MS) }
  }, [flush])
  return [text, type]
}
