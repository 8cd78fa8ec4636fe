import { useSyncExternalStore } from 'react'

let says: string | null = null
const listeners = new Set<() => void>()

/** Tells the person that the phone did not keep something. */
export function reportStorageFault(error: unknown): void {
  console.error('not stored', error)
  const name = error instanceof Error ? error.name : ''
  if (name === 'OperationError') {
    set('本机有内容打不开：密钥不符或者内容已损坏。请不要清除浏览器数据，联系系统管理员。')
    return
  }
  set(/Quota/.test(`${name} ${error instanceof Error ? error.message : ''}`)
    ? '手机存储空间不足，刚才的内容没有存住。请先清理手机空间，再重新填写或重拍；不要关闭本页。'
    : '刚才的内容没有存到手机上。请不要关闭本页，重试一次；仍不行请改用纸质记录并联系系统管理员。')
}

export function dismissStorageFault(): void {
  set(null)
}

export function useStorageFault(): string | null {
  return useSyncExternalStore(subscribe, () => says)
}

/** Awaits a write; a write that failed is told to the person. Answers whether it is stored. */
export async function stored(write: PromiseLike<unknown>): Promise<boolean> {
  try {
    await write
    return true
  } catch (error) {
    reportStorageFault(error)
    return false
  }
}

function set(next: string | null): void {
  says = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}
