import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { ApiFailure, saysOf } from '../../kit/api-failure.ts'
import { RefusalNotice } from '../../kit/RefusalNotice.tsx'

/** What went wrong, why, and what to do: a refusal with its article, faulty fields, or a fault with a retry. */
export function Failure({ error, retry }: Readonly<{ error: unknown; retry?: () => void }>): ReactNode {
  if (error instanceof ApiFailure && error.refusal !== null) return <RefusalNotice refusal={error.refusal} />
  const fields = error instanceof ApiFailure ? error.fields : []
  const wait = error instanceof ApiFailure && error.retryAfterSeconds !== null ? `约 ${error.retryAfterSeconds} 秒后可再试。` : null
  return (
    <Alert
      type={fields.length > 0 ? 'warning' : 'error'} showIcon title={saysOf(error)}
      description={fields.length === 0 ? wait : <ul className="fault-list">{fields.map(fault => <li key={fault.field}>{fault.label}：{fault.says}</li>)}</ul>}
      action={retry === undefined ? null : <Button size="small" onClick={retry}>重试</Button>}
    />
  )
}
