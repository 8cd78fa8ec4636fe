const TAG = 'field-outbox'

/** Asks the browser to wake this app when the network is back; browsers without background sync are left alone. */
export async function wishForSync(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.getRegistration('/field')
  if (registration === undefined || !('sync' in registration)) return
  const { sync } = registration
  if (typeof sync !== 'object' || sync === null || !('register' in sync) || typeof sync.register !== 'function') return
  try {
    await sync.register(TAG)
  } catch {
    // Not permitted on this phone: the app sends when it is open and online.
  }
}

/** Calls back when the browser wakes the app to send. Answers how to stop. */
export function onSyncWish(send: () => void): () => void {
  if (!('serviceWorker' in navigator)) return () => undefined
  const hear = ({ data }: MessageEvent): void => { if (data === TAG) send() }
  navigator.serviceWorker.addEventListener('message', hear)
  return () => { navigator.serviceWorker.removeEventListener('message', hear) }
}
