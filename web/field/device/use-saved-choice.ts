import { useState } from 'react'
import { stored } from './storage-faults.ts'

/** A choice shown as soon as it is made and written at once; when the phone did not keep it, the kept one is shown again. */
export function useSavedChoice<T extends string | boolean | null>(kept: T, save: (choice: T) => PromiseLike<unknown>): readonly [T, (choice: T) => void] {
  const [local, setLocal] = useState<Readonly<{ kept: T; choice: T }>>({ kept, choice: kept })
  const choose = (choice: T): void => {
    setLocal({ kept, choice })
    void stored(save(choice)).then((isStored) => { if (!isStored) setLocal({ kept, choice: kept }) })
  }
  return [local.kept === kept ? local.choice : kept, choose]
}
