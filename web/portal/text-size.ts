import { useState } from 'react'

const KEY = 'hengjian.portal.text-size'

export type TextSize = 'standard' | 'large'

/** Puts the remembered size on the page before it is drawn. */
export function applyRememberedTextSize(): void {
  document.documentElement.dataset['text'] = remembered()
}

/** The size and a switch that is remembered on this device. */
export function useTextSize(): readonly [TextSize, () => void] {
  const [size, setSize] = useState<TextSize>(remembered)
  const toggle = (): void => {
    const next = size === 'large' ? 'standard' : 'large'
    setSize(next)
    document.documentElement.dataset['text'] = next
    try {
      localStorage.setItem(KEY, next)
    } catch {
      // A browser that stores nothing keeps the size until the page is left.
    }
  }
  return [size, toggle]
}

function remembered(): TextSize {
  try {
    return localStorage.getItem(KEY) === 'large' ? 'large' : 'standard'
  } catch {
    return 'standard'
  }
}
