import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { ItemView, ResultView } from '../../../src/engines/assessment/contract.ts'
import { Failure } from '../parts/Failure.tsx'
import { useAssessment, useExplanation } from './assessment-api.ts'
import './assessment.css'
import { pointsText } from './class-words.ts'
import { ClassMark } from './ClassMark.tsx'

/** Why an entity stands in its class: each rule that counted, the facts behind it, and how it was before. */
export function EntityRisk({ entityId }: Readonly<{ entityId: string }>): ReactNode {
  const explained = useExplanation(entityId)
  const page = useAssessment()
  if (explained.isError) return <Failure error={explained.error} retry={() => { void explained.refetch() }} />
  if (explained.data === undefined) return <Skeleton active paragraph={{ rows: 5 }} />
  const { current, history, notice } = explained.data
  const classes = page.data?.classes ?? []
  return (
    <div className="entity-risk">
      <p className="internal-note">{notice}</p>
      {current === null ? <p className="is-muted">该主体现在没有评定结果（不在评定范围，或者不在您的辖区）。</p> : (
        <>
          <p className="risk-line"><ClassMark id={current.class} classes={classes} /> <strong>{current.className}</strong> <span>{current.score} 分</span> <span className="is-muted">自 {current.assessedOn} 起，规则版本 {current.modelVersion}</span></p>
          <Items result={current} />
        </>
      )}
      {history.length === 0 ? null : (
        <details>
          <summary>以前的结果（{history.length}）</summary>
          <ol className="order-list">
            {history.map(result => <li key={result.id}><p><strong>{result.assessedOn} 至 {result.supersededOn}</strong> <ClassMark id={result.class} classes={classes} /> {result.score} 分</p><p className="is-muted">{result.items.length === 0 ? '没有计分' : result.items.map(item => `${item.name} ${pointsText(item.points)}`).join('；')}</p></li>)}
          </ol>
        </details>
      )}
    </div>
  )
}

function Items({ result }: Readonly<{ result: ResultView }>): ReactNode {
  if (result.items.length === 0) return <p>没有规则计分。</p>
  return (
    <table className="item-table">
      <caption className="visually-hidden">计分明细</caption>
      <thead><tr><th scope="col">规则</th><th scope="col">所计事实</th><th scope="col">依据</th><th scope="col" className="is-right">分值</th></tr></thead>
      <tbody>
        {result.items.map(item => (
          <tr key={item.rule}><th scope="row">{item.name}</th><td>{item.says}<Facts item={item} /></td><td>{item.basis}</td><td className="is-right">{pointsText(item.points)}</td></tr>
        ))}
        <tr className="item-total"><th scope="row" colSpan={3}>合计</th><td className="is-right">{result.score}</td></tr>
      </tbody>
    </table>
  )
}

function Facts({ item }: Readonly<{ item: ItemView }>): ReactNode {
  if (item.matters === null) return item.count > 1 ? <p className="is-muted">计 {item.count} 次</p> : null
  const hidden = item.count - item.matters.length
  return (
    <ul className="item-matters">
      {item.matters.map(({ id, number, title }) => <li key={id}><Link to="/matters/$matterId" params={{ matterId: id }}>{number}</Link> {title}</li>)}
      {hidden > 0 ? <li className="is-muted">另有 {hidden} 件不在您的权限内</li> : null}
    </ul>
  )
}
