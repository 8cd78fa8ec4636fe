import { useSyncExternalStore } from 'react'

/** Where the reader is: the path and the query of the page. */
export type Place = Readonly<{ path: string; query: URLSearchParams }>

const listeners = new Set<() => void>()

// The snapshot must stay the same object until the address changes.
let address = ''
let place: Place = { path: '/', query: new URLSearchParams() }

/** Goes to a page of the portal; `replace` leaves no step back to the present one. */
export function navigate(to: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', to)
  else history.replaceState(null, '', to)
  for (const listener of listeners) listener()
}

/** The present place, kept up to date. */
export function usePlace(): Place {
  return useSyncExternalStore(subscribe, currentPlace)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  globalThis.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    globalThis.removeEventListener('popstate', listener)
  }
}

function currentPlace(): Place {
  const now = `${location.pathname}${location.search}`
  if (now !== address) {
    address = now
    place = { path: location.pathname.replace(/(.)\/+$/, '$1'), query: new URLSearchParams(location.search) }
  }
  return place
}
