import type { Receipt } from '../../src/domains/consumer/contract.ts'

/** Number and code that open a submission's progress. */
export type TrackingKey = Readonly<{ receiptNo: string; code: string }>

const RECEIPT_KEY = 'hengjian.portal.receipt'
const TRACKING_KEY = 'hengjian.portal.tracking'

// A browser that stores nothing still shows the receipt until the page is left.
const inMemory = new Map<string, string>()

// Kept for the open tab only: the next person at a shared computer must not find the code.

export function keepReceipt(receipt: Receipt): void {
  keep(RECEIPT_KEY, receipt)
  keepTrackingKey({ receiptNo: receipt.receiptNo, code: receipt.code })
}

/** The receipt of this tab's last submission. */
export function keptReceipt(): Receipt | null {
  const text = kept(RECEIPT_KEY)
  if (text === null) return null
  const receipt: Receipt = JSON.parse(text)
  return receipt
}

export function keepTrackingKey(key: TrackingKey): void {
  keep(TRACKING_KEY, key)
}

export function keptTrackingKey(): TrackingKey | null {
  const text = kept(TRACKING_KEY)
  if (text === null) return null
  const key: TrackingKey = JSON.parse(text)
  return key
}

/** Removes receipt and code from this tab. */
export function forgetTracking(): void {
  for (const key of [RECEIPT_KEY, TRACKING_KEY]) {
    inMemory.delete(key)
    try {
      sessionStorage.removeItem(key)
    } catch {
      // Nothing was stored.
    }
  }
}

function keep(key: string, value: Receipt | TrackingKey): void {
  const text = JSON.stringify(value)
  inMemory.set(key, text)
  try {
    sessionStorage.setItem(key, text)
  } catch {
    // In memory it is.
  }
}

function kept(key: string): string | null {
  return inMemory.get(key) ?? stored(key)
}

function stored(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}
