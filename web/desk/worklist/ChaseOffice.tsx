import { useQuery } from '@tanstack/react-query'
import { Button, Modal, Spin } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { OfficeLoad, Worklist } from '../../../src/engines/procedure/contract.ts'
import { get } from '../../kit/api.ts'
import { BulkBar } from './BulkBar.tsx'
import { DueCell } from '../parts/DueCell.tsx'
import { Failure } from '../parts/Failure.tsx'
import { RowTable } from '../parts/RowTable.tsx'
import { MatterLink } from './WorklistTable.tsx'

/** Shows an office's overdue matters and chases the chosen ones. */
export function ChaseOffice({ load }: Readonly<{ load: OfficeLoad }>): ReactNode {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button size="small" disabled={load.overdue === 0} onClick={() => { setIsOpen(true) }}>督办逾期件</Button>
      <Modal open={isOpen} width={820} title={`${load.officeName}：逾期 ${load.overdue} 件`} footer={null} destroyOnHidden onCancel={() => { setIsOpen(false) }}>
        <OverdueOf officeId={load.officeId} onDone={() => { setIsOpen(false) }} />
      </Modal>
    </>
  )
}

function OverdueOf({ officeId, onDone }: Readonly<{ officeId: string; onDone: () => void }>): ReactNode {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const list = useQuery({ queryKey: ['worklist-overdue-of', officeId], queryFn: () => get<Worklist>('/api/worklist', { view: 'overdue', office: officeId, limit: 200 }) })
  if (list.isError) return <Failure error={list.error} />
  if (list.data === undefined) return <Spin description="正在读取…"><div style={{ height: 120 }} /></Spin>
  const rows = list.data.rows
  return (
    <>
      {chosen.size > 0 ? <BulkBar rows={rows.filter(row => chosen.has(row.id))} onDone={onDone} /> : <p className="is-muted">选择要督办的办件。</p>}
      <RowTable
        name="逾期办件" rows={rows} rowKey={row => row.id} empty="没有逾期的办件。" selection={{ chosen, onChange: setChosen, nameOf: id => rows.find(row => row.id === id)?.number ?? id }}
        columns={[
          { key: 'number', title: '编号', width: 150, isFixed: true, render: row => <MatterLink row={row} /> },
          { key: 'title', title: '事项', isFixed: true, render: row => row.title },
          { key: 'owner', title: '承办', width: 90, isFixed: true, render: row => row.assigneeName ?? '未分派' },
          { key: 'due', title: '期限', width: 170, isFixed: true, render: row => <DueCell clock={row.clock} /> },
        ]}
      />
    </>
  )
}
