import type { ApiFailure } from '../kit/api-failure.ts'
import { RefusalNotice } from '../kit/RefusalNotice.tsx'
import { serverNow } from '../kit/server-time.ts'
import { retryTime, waitWords } from './date-words.ts'

export function Loading({ what }: Readonly<{ what: string }>) {
  return <output className="loading">正在读取{what}……</output>
}

/** What went wrong in plain words, and how to go on. */
export function FailureNotice({ failure, onRetry, retryName = '再试一次' }: Readonly<{ failure: ApiFailure; onRetry?: (() => void) | undefined; retryName?: string }>) {
  return (
    <div className="failure">
      {failure.refusal !== null && failure.kind !== 'too-many' ? <RefusalNotice refusal={failure.refusal} /> : <p className="notice bad" role="alert">{failureWords(failure)}</p>}
      {onRetry === undefined ? null : <button type="button" className="button plain" onClick={onRetry}>{retryName}</button>}
    </div>
  )
}

function failureWords(failure: ApiFailure): string {
  if (failure.kind !== 'too-many') return failure.says
  const seconds = failure.retryAfterSeconds
  if (seconds === null) return failure.says
  return `操作太频繁了。请等${waitWords(seconds)}，在${retryTime(seconds, serverNow())}以后再试；您填写的内容不会丢失。`
}
