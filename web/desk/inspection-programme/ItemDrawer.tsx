import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Skeleton, Tabs } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ItemHistory, ItemList, ItemNew, ItemRow } from '../../../src/domains/inspection/programme/contract.ts'
import { get, post, put } from '../../kit/api.ts'
import { momentText } from '../../kit/time-text.ts'
import { ActionForm } from '../parts/ActionForm.tsx'
import { Failure } from '../parts/Failure.tsx'
import { useSession } from '../session/session-context.ts'
import { ItemForm } from './ItemForm.tsx'
import { fieldChanges } from './field-changes.ts'
import { basisText, ITEM_LABELS } from './item-values.ts'

type DrawerProps = Readonly<{ list: ItemList | undefined; code: string | undefined; onClose: () => void }>

/** One item: what it says, what may be changed, and all its versions. */
export function ItemDrawer({ list, code, onClose }: DrawerProps): ReactNode {
  const item = list?.rows.find(row => row.code === code)
  return (
    <Drawer open={list !== undefined && code !== undefined && (code === 'new' || item !== undefined)} onClose={onClose} title={item === undefined ? '新增抽查事项' : `${item.code} ${item.name}`} size={640} destroyOnHidden>
      {list === undefined ? null : item === undefined ? <NewItem list={list} onDone={onClose} /> : <ItemBody key={`${item.code} ${item.version}`} list={list} item={item} />}
    </Drawer>
  )
}

function NewItem({ list, onDone }: Readonly<{ list: ItemList; onDone: () => void }>): ReactNode {
  const client = useQueryClient()
  const { message } = App.useApp()
  const saving = useMutation({
    mutationFn: (item: ItemNew) => post<ItemRow>('/api/inspection/items', item),
    onSuccess: () => { message.success('已新增'); void client.invalidateQueries({ queryKey: ['inspection-items'] }); onDone() },
  })
  return <ItemForm list={list} item={null} error={saving.error} isSaving={saving.isPending} onSave={({ code, reason, fields }) => { saving.mutate({ code, reason, fields }) }} />
}

function ItemBody({ list, item }: Readonly<{ list: ItemList; item: ItemRow }>): ReactNode {
  const client = useQueryClient()
  const { account } = useSession()
  const { message } = App.useApp()
  const [isEditing, setEditing] = useState(false)
  const done = (says: string): void => {
    message.success(says)
    void client.invalidateQueries({ queryKey: ['inspection-items'] })
    void client.invalidateQueries({ queryKey: ['inspection-item-history', item.code] })
  }
  const saving = useMutation({
    mutationFn: ({ reason, fields }: Omit<ItemNew, 'code'>) => put<ItemRow>(`/api/inspection/items/${item.code}`, { version: item.version, reason, fields }),
    onSuccess: () => { setEditing(false); done('已保存为新版本') },
  })
  if (isEditing) return <ItemForm list={list} item={item} error={saving.error} isSaving={saving.isPending} onSave={(edit) => { saving.mutate(edit) }} onCancel={() => { setEditing(false) }} />
  const retire = (
    <ActionForm
      fields={[{ key: 'reason', label: '停用理由', widget: 'long-text', isRequired: true, help: '停用后不再列入新的计划；已有计划、抽取不受影响。' }]} draftKey={`${account.id}:item-retire:${item.code}`} submitText="停用该事项"
      submit={input => post<ItemRow>(`/api/inspection/items/${item.code}/retire`, { version: item.version, ...input })} onDone={() => { done('已停用') }}
    />
  )
  return (
    <Tabs
      items={[
        { key: 'facts', label: '事项', children: <><ItemFacts list={list} item={item} />{list.mayEdit && !item.isRetired ? <Button type="primary" onClick={() => { setEditing(true) }}>修改</Button> : null}</> },
        { key: 'history', label: '历次版本', children: <ItemVersions list={list} code={item.code} /> },
        ...(list.mayEdit && !item.isRetired ? [{ key: 'retire', label: '停用', children: retire }] : []),
      ]}
    />
  )
}

function ItemFacts({ list, item }: Readonly<{ list: ItemList; item: ItemRow }>): ReactNode {
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['类别', `${item.category} · ${list.levels[item.level]}`], ['检查对象', item.kindNames.join('、')], ['检查方式', item.methods.map(method => list.methods[method]).join('、')],
    ['依据', basisText(item)], ['法定最低比例', item.floor === null ? '没有规定' : item.floor.says],
    ['不得重复', item.repeatBar === null ? '没有规定' : item.repeatBar.says],
    ['检查表', item.checklistIds.map(id => list.checklists.find(checklist => checklist.id === id)?.name ?? id).join('、') || '没有专用检查表'],
    ['专业要求', item.expertise ?? '没有要求'], ['承办', item.officeName], ['会同部门', item.jointDepartments.join('、') || '无'],
    ['版本', `第${item.version}版${item.changedAt === null ? '，随系统载入' : `，${item.changedByName ?? ''}于${momentText(item.changedAt)}修改`}`],
  ]
  return <dl className="fact-list">{facts.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
}

function ItemVersions({ list, code }: Readonly<{ list: ItemList; code: string }>): ReactNode {
  const history = useQuery({ queryKey: ['inspection-item-history', code], queryFn: ({ signal }) => get<ItemHistory>(`/api/inspection/items/${code}/history`, {}, signal) })
  if (history.isError) return <Failure error={history.error} retry={() => { void history.refetch() }} />
  if (history.data === undefined) return <Skeleton active />
  const { rows } = history.data
  const names: Readonly<Record<string, string>> = { ...list.levels, ...list.methods, ...Object.fromEntries([...list.kinds, ...list.checklists].map(({ id, name }) => [id, name])) }
  return (
    <ol className="history-list">
      {rows.map((row, index) => (
        <li key={row.version}>
          <p><strong>第{row.version}版{row.isRetired ? '（停用）' : ''}</strong> <span className="is-muted">{row.at === null ? '随系统载入' : `${momentText(row.at)} · ${row.byName ?? ''}`}</span></p>
          <p>{row.reason}</p>
          <ul className="basis-list">{fieldChanges(rows[index + 1]?.fields, row.fields, { labels: ITEM_LABELS, names }).map(({ label, before, after }) => <li key={label}>{label}：<span className="change-before">{before}</span> → {after}</li>)}</ul>
        </li>
      ))}
    </ol>
  )
}
