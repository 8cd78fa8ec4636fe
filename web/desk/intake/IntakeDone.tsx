import { Link } from '@tanstack/react-router'
import { Button, Result } from 'antd'
import type { ReactNode } from 'react'
import type { IntakeResult } from '../../../src/domains/consumer/contract.ts'

/** What was registered, where each part went, and the receipt to hand out. */
export function IntakeDone({ result, onNext }: Readonly<{ result: IntakeResult; onNext: () => void }>): ReactNode {
  return (
    <Result
      status="success" title={result.matters.length > 1 ? `已登记，分为 ${result.matters.length} 件` : '已登记'}
      subTitle={result.receiptNo === null ? null : `查询编号 ${result.receiptNo}${result.code === null ? '' : `，查询码 ${result.code}`}。请告知诉求人，凭此可在公众端查询进度。`}
      extra={[<Button key="next" type="primary" onClick={onNext}>登记下一件</Button>, <Button key="print" onClick={() => { window.print() }}>打印回执</Button>]}
    >
      <ul className="paper-list">
        {result.matters.map(matter => <li key={matter.id}><Link to="/matters/$matterId" params={{ matterId: matter.id }}>{matter.number}</Link> {matter.procedureName}，由{matter.officeName}办理<span className="is-muted">{matter.routedBy}</span></li>)}
      </ul>
    </Result>
  )
}
