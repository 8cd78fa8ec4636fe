import { useSyncExternalStore } from 'react'

/** Where the app stands; in the address, so that a reload comes back to the same page. */
export type Place = Readonly<
  | { page: 'day' } | { page: 'outbox' }
  | { page: 'task' | 'record'; matterId: string }
  | { page: 'checklist'; matterId: string; checklistId: string }>

export function usePlace(): Place {
  const hash = useSyncExternalStore(subscribe, () => globalThis.location.hash)
  return placeFrom(hash)
}

export function placeFrom(hash: string): Place {
  const [page, matterId, checklistId] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent)
  if (page === 'outbox') return { page }
  if ((page === 'task' || page === 'record') && matterId !== undefined) return { page, matterId }
  if (page === 'checklist' && matterId !== undefined && checklistId !== undefined) return { page, matterId, checklistId }
  return { page: 'day' }
}

export function addressOfPlace(place: Place): string {
  switch (place.page) {
    case 'day': return '#/'
    case 'outbox': return '#/outbox'
    case 'task': case 'record': return `#/${place.page}/${encodeURIComponent(place.matterId)}`
    case 'checklist': return `#/checklist/${encodeURIComponent(place.matterId)}/${encodeURIComponent(place.checklistId)}`
  }
}

export function goTo(place: Place): void {
  globalThis.location.hash = addressOfPlace(place)
}

function subscribe(listener: () => void): () => void {
  const hear = (): void => {
    listener()
    globalThis.scrollTo(0, 0)
  }
  globalThis.addEventListener('hashchange', hear)
  return () => { globalThis.removeEventListener('hashchange', hear) }
}
