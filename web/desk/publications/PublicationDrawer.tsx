import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Drawer, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { DeskPublication } from '../../../src/engines/publication/contract.ts'
import { get } from '../../kit/api.ts'
import { momentText } from '../../kit/time-text.ts'
import { Failure } from '../parts/Failure.tsx'
import { CorrectForm, EndForm, RestoreForm } from './ChangeForms.tsx'
import { PublicFace } from './PublicFace.tsx'

/** One publication: the public's page, every version with who, when and why, and what may be done. */
export function PublicationDrawer({ id, onClose }: Readonly<{ id: string; onClose: () => void }>): ReactNode {
  const client = useQueryClient()
  const { message } = App.useApp()
  const found = useQuery({ queryKey: ['publication', id], queryFn: ({ signal }) => get<DeskPublication>(`/api/publications/${id}`, {}, signal) })
  const changed = (says: string) => (answer: DeskPublication): void => {
    message.success(says)
    client.setQueryData(['publication', id], answer)
    void client.invalidateQueries({ queryKey: ['publications-list'] })
  }
  const { data } = found
  return (
    <Drawer open title={data?.title ?? '公示信息'} size={680} onClose={onClose}>
      {found.isError ? <Failure error={found.error} retry={() => { void found.refetch() }} /> : null}
      {data === undefined ? (found.isError ? null : <Skeleton active />) : (
        <>
          <p><a href={`/publications/${id}`} target="_blank" rel="noreferrer">公开网址</a>{data.matterNumber === null ? null : <> · 办件 <Link to="/matters/$matterId" params={{ matterId: data.matterId }}>{data.matterNumber}</Link></>}</p>
          <PublicFace page={data.page} />
          {data.mayCorrect ? <CorrectForm key={data.expectedVersion} id={id} publication={data} onDone={changed('已更正')} /> : null}
          {data.mayEnd ? <EndForm id={id} publication={data} onDone={changed('已停止公示')} /> : null}
          {data.mayRestore ? <RestoreForm id={id} onDone={changed('已恢复公示')} /> : null}
          <h3>变更记录</h3>
          <Versions versions={data.versions} />
        </>
      )}
    </Drawer>
  )
}

function Versions({ versions }: Readonly<{ versions: DeskPublication['versions'] }>): ReactNode {
  return (
    <ol className="publication-versions">
      {versions.map(({ id, actionName, version, title, fields, reason, actorName, at, isCorrectedLater }) => (
        <li key={id}>
          <p><strong>{actionName}</strong> 第{version}版{isCorrectedLater ? <span className="corrected-mark">已更正</span> : null} <span className="is-muted">{momentText(at)} {actorName}</span></p>
          {reason === null ? null : <p>{reason}</p>}
          <details><summary>当时的内容</summary><p>{title}</p><dl>{fields.map(({ key, label, value }) => <div key={key}><dt>{label}</dt><dd>{value}</dd></div>)}</dl></details>
        </li>
      ))}
    </ol>
  )
}
