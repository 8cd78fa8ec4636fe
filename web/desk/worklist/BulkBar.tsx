import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal, Space } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { BulkAct, BulkRequest, BulkResult, WorklistRow } from '../../../src/engines/procedure/contract.ts'
import { post } from '../../kit/api.ts'
import { Failure } from '../parts/Failure.tsx'
import { ColleaguePicker } from '../parts/pickers.tsx'
import { useSession } from '../session/session-context.ts'
import { BulkResults } from './BulkResults.tsx'
import { BulkStep, standAlike } from './BulkStep.tsx'

/** Assigns, chases or decides the chosen matters; each gets its own result. */
export function BulkBar({ rows, onDone }: Readonly<{ rows: readonly WorklistRow[]; onDone: () => void }>): ReactNode {
  const { can } = useSession()
  const client = useQueryClient()
  const [mode, setMode] = useState<'assign' | 'chase' | 'step' | null>(null)
  const [to, setTo] = useState<string>()
  const [text, setText] = useState('')
  const refresh = (): void => { void client.invalidateQueries({ predicate: query => String(query.queryKey[0]).includes('worklist') }) }
  const bulk = useMutation({
    mutationFn: (act: BulkAct) => post<BulkResult>('/api/worklist/bulk', { ids: rows.map(row => ({ id: row.id, expectedVersion: row.version, stepId: crypto.randomUUID() })), act } satisfies BulkRequest),
    onSuccess: refresh,
  })
  const close = (): void => {
    setMode(null)
    onDone()
  }
  const act: BulkAct | null = mode === 'assign' ? (to === undefined ? null : { act: 'assign', to }) : text.trim().length < 2 ? null : { act: 'chase', text: text.trim() }
  return (
    <section className="bulk-bar" aria-label="批量办理">
      <span>已选 {rows.length} 件</span>
      <Space>
        <Button type="primary" onClick={() => { setMode('assign') }}>批量分派</Button>
        {can.chase ? <Button onClick={() => { setMode('chase') }}>批量督办</Button> : null}
        {rows.length > 1 && standAlike(rows) ? <Button onClick={() => { setMode('step') }}>批量办理步骤</Button> : null}
        <Button type="text" onClick={onDone}>取消选择</Button>
      </Space>
      {mode === 'step' ? <BulkStep rows={rows} onClose={() => { setMode(null) }} onDone={() => { refresh(); close() }} /> : null}
      <Modal
        open={mode === 'assign' || mode === 'chase'} title={mode === 'assign' ? `分派 ${rows.length} 件` : `督办 ${rows.length} 件`} destroyOnHidden onCancel={bulk.isSuccess ? close : () => { setMode(null) }}
        footer={bulk.isSuccess
          ? <Button type="primary" onClick={close}>完成</Button>
          : <Button type="primary" disabled={act === null} loading={bulk.isPending} onClick={() => { if (act !== null) bulk.mutate(act) }}>{mode === 'assign' ? '分派' : '发出督办'}</Button>}
      >
        {bulk.isSuccess ? <BulkResults rows={rows} result={bulk.data} /> : mode === 'assign'
          ? <ColleaguePicker label="承办人" value={to} onChange={setTo} placeholder="选择承办人" />
          : <Input.TextArea aria-label="督办意见" rows={4} maxLength={500} showCount value={text} onChange={(event) => { setText(event.target.value) }} placeholder="督办意见：写明要求和反馈时间" />}
        {bulk.isError ? <Failure error={bulk.error} /> : null}
      </Modal>
    </section>
  )
}
