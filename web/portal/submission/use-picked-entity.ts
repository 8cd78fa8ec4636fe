import { useEffect, useState } from 'react'
import type { PublishedEntity } from '../../../src/engines/register/contract.ts'
import { ApiFailure } from '../../kit/api-failure.ts'
import { get } from '../../kit/api.ts'
import { navigate } from '../navigation.ts'
import type { Change } from './FormField.tsx'
import { pick } from './WhomStep.tsx'

/** Writes the entity named in the address into the draft, then leaves the plain address of the form. */
export function usePickedEntity(entityId: string | null, path: string, change: Change): Readonly<{ failure: ApiFailure | null }> {
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  useEffect(() => {
    if (entityId === null) return undefined
    const abort = new AbortController()
    get<PublishedEntity>(`/api/portal/entities/${encodeURIComponent(entityId)}`, {}, abort.signal).then(
      (entity) => {
        change(pick(entity))
        navigate(path, 'replace')
      },
      (error: unknown) => { if (!abort.signal.aborted && error instanceof ApiFailure) setFailure(error) },
    )
    return () => { abort.abort() }
  }, [entityId, path, change])
  return { failure }
}
