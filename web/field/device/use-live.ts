import { liveQuery } from 'dexie'
import { useEffect, useState } from 'react'
import { reportStorageFault } from './storage-faults.ts'

/** What a query on the device answers, again after every change in any tab; undefined before the first answer. `key` names the query. */
export function useLive<T>(key: string, query: () => Promise<T>): T | undefined {
  const [found, setFound] = useState<Readonly<{ key: string; value: T }>>()
  useEffect(() => {
    const watched = liveQuery(query).subscribe({ next: (value) => { setFound({ key, value }) }, error: reportStorageFault })
    return () => { watched.unsubscribe() }
    // The key stands for everything the query closes over.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key])
  return found?.key === key ? found.value : undefined
}
