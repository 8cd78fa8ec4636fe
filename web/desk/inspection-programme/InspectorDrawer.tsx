import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Skeleton, Tabs } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { InspectorEdit, InspectorHistory, InspectorList, InspectorNew, InspectorRow } from '../../../src/domains/inspection/programme/contract.ts'
import { get, post, put } from '../../kit/api.ts'
import { momentText } from '../../kit/time-text.ts'
import { Failure } from '../parts/Failure.tsx'
import { useOffices, useTowns } from '../parts/pickers.tsx'
import { fieldChanges } from './field-changes.ts'
import { CERTIFICATES, INSPECTOR_LABELS } from './inspector-values.ts'
import { InspectorForm } from './InspectorForm.tsx'
import { ConflictPanel, LeavePanel } from './InspectorEntries.tsx'

/** One inspector: certificate and expertise, leave, conflicts, and all versions. */
export function InspectorDrawer({ list, id, onClose }: Readonly<{ list: InspectorList | undefined; id: string | undefined; onClose: () => void }>): ReactNode {
  const inspector = list?.rows.find(row => row.id === id)
  return (
    <Drawer open={list !== undefined && (id === 'new' || inspector !== undefined)} onClose={onClose} title={inspector?.name ?? '新增检查人员'} size={620} destroyOnHidden>
      {list === undefined ? null : inspector === undefined ? <NewInspector list={list} onDone={onClose} /> : <InspectorBody key={inspector.id} list={list} inspector={inspector} />}
    </Drawer>
  )
}

function useSaved(): (says: string) => void {
  const client = useQueryClient()
  const { message } = App.useApp()
  return (says) => {
    message.success(says)
    void client.invalidateQueries({ queryKey: ['inspection-inspectors'] })
    void client.invalidateQueries({ queryKey: ['inspection-inspector-history'] })
  }
}

function NewInspector({ list, onDone }: Readonly<{ list: InspectorList; onDone: () => void }>): ReactNode {
  const saved = useSaved()
  const saving = useMutation({ mutationFn: (entry: InspectorNew) => post<InspectorRow>('/api/inspection/inspectors', entry), onSuccess: () => { saved('已列入名录'); onDone() } })
  return <InspectorForm list={list} inspector={null} error={saving.error} isSaving={saving.isPending} onSave={(entry) => { saving.mutate(entry) }} />
}

function InspectorBody({ list, inspector }: Readonly<{ list: InspectorList; inspector: InspectorRow }>): ReactNode {
  const saved = useSaved()
  const [isEditing, setEditing] = useState(false)
  const saving = useMutation({
    mutationFn: (edit: InspectorEdit) => put<InspectorRow>(`/api/inspection/inspectors/${inspector.id}`, edit), onSuccess: () => { setEditing(false); saved('已保存为新版本') },
  })
  const facts = isEditing
    ? <InspectorForm list={list} inspector={inspector} error={saving.error} isSaving={saving.isPending} onSave={(edit) => { saving.mutate({ version: inspector.version, ...edit }) }} onCancel={() => { setEditing(false) }} />
    : <><Facts inspector={inspector} />{list.mayEdit ? <Button type="primary" onClick={() => { setEditing(true) }}>修改</Button> : null}</>
  return (
    <Tabs
      items={[
        { key: 'facts', label: '证件、专业', children: facts },
        { key: 'leave', label: `不在岗（${inspector.leave.filter(({ endedAt }) => endedAt === null).length}）`, children: <LeavePanel inspector={inspector} onSaved={saved} /> },
        { key: 'conflicts', label: `回避（${inspector.conflicts.filter(({ endedAt }) => endedAt === null).length}）`, children: <ConflictPanel inspector={inspector} onSaved={saved} /> },
        { key: 'history', label: '历次版本', children: <Versions id={inspector.id} /> },
      ]}
    />
  )
}

function Facts({ inspector }: Readonly<{ inspector: InspectorRow }>): ReactNode {
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['部门、科所', `${inspector.department}${inspector.officeName === null ? '' : ` ${inspector.officeName}`}`], ['所在镇街', inspector.townName ?? '没有登记'],
    ['执法证件', `${inspector.certificateNo}，${inspector.certifiedFrom}至${inspector.certifiedUntil}，${CERTIFICATES[inspector.certificateState]}`],
    ['专业', inspector.expertise.join('、') || '没有登记'], ['名录', inspector.isActive ? '列入，可以抽取' : '已移出'], ['本年派员', `${inspector.teamsThisYear} 次`],
  ]
  return <dl className="fact-list">{facts.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
}

function Versions({ id }: Readonly<{ id: string }>): ReactNode {
  const history = useQuery({ queryKey: ['inspection-inspector-history', id], queryFn: ({ signal }) => get<InspectorHistory>(`/api/inspection/inspectors/${id}/history`, {}, signal) })
  const offices = useOffices().data ?? []
  const towns = useTowns().data ?? []
  if (history.isError) return <Failure error={history.error} retry={() => { void history.refetch() }} />
  if (history.data === undefined) return <Skeleton active />
  const { rows } = history.data
  const names = Object.fromEntries([...offices.map(({ id: office, name }) => [office, name]), ...towns.map(({ code, name }) => [code, name])])
  return (
    <ol className="history-list">
      {rows.map((row, index) => (
        <li key={row.version}>
          <p><strong>第{row.version}版</strong> <span className="is-muted">{momentText(row.at)} · {row.byName}</span></p>
          <p>{row.reason}</p>
          <ul className="basis-list">{fieldChanges(rows[index + 1]?.fields, row.fields, { labels: INSPECTOR_LABELS, names }).map(({ label, before, after }) => <li key={label}>{label}：<span className="change-before">{before}</span> → {after}</li>)}</ul>
        </li>
      ))}
    </ol>
  )
}
