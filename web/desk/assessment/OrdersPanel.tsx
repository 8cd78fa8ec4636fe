import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { AssessmentPage, OrderView } from '../../../src/engines/assessment/contract.ts'
import { momentText } from '../../kit/time-text.ts'
import { rangeText } from './class-words.ts'
import { ClassMark } from './ClassMark.tsx'

/** Which cuts and points held from when, who set them and why. Nothing is edited: a later order supersedes. */
export function OrdersPanel({ page }: Readonly<{ page: AssessmentPage }>): ReactNode {
  return (
    <div className="order-columns">
      <section className="panel">
        <h2>分类界限和分值的历次决定</h2>
        <ol className="order-list">{page.orders.map(order => <Order key={order.id ?? 'declared'} order={order} page={page} />)}</ol>
        <p className="is-muted">{page.mayOrder ? <>调整须先<Link to="/risk" search={{ tab: 'what-if' }}>试算</Link>，再写明理由和施行日期；不溯及已评定的结果。</> : '界限和分值由信用监管科室负责人或者局负责人决定。'}</p>
      </section>
      <section className="panel">
        <h2>评定记录</h2>
        {page.runs.length === 0 ? <p className="is-muted">还没有评定。</p> : (
          <ol className="order-list">
            {page.runs.map(run => (
              <li key={run.at}><strong>{run.asOf}</strong> 评定 {run.assessed} 户，{run.changed} 户有变化{run.retired > run.changed ? `，${run.retired - run.changed} 户不再评定` : ''}<p className="is-muted">{run.actorName}，{momentText(run.at)}，规则版本 {run.modelVersion}</p></li>
            ))}
          </ol>
        )}
      </section>
    </div>
  )
}

function Order({ order, page }: Readonly<{ order: OrderView; page: AssessmentPage }>): ReactNode {
  const changed = Object.entries(order.points).flatMap(([id, points]) => {
    const rule = page.rules.find(each => each.id === id)
    return rule === undefined || rule.declaredPoints === points ? [] : [`${rule.name} ${points === 0 ? '停用' : `${points}分`}（初始${rule.declaredPoints}分）`]
  })
  return (
    <li>
      <p><strong>{order.inForceFrom === null ? '初始设置' : `${order.inForceFrom} 起施行`}</strong>{order.isInForce ? <span className="in-force">现行</span> : null}</p>
      <p className="order-classes">{order.classes.map((each, index) => <span key={each.id}><ClassMark id={each.id} classes={order.classes} /> {rangeText(order.classes, index)}</span>)}</p>
      <p>{changed.length === 0 ? '分值按初始设置。' : `分值：${changed.join('；')}。`}</p>
      <p className="is-muted">{order.reason}{order.orderedAt === null ? '' : `。${order.orderedBy}，${momentText(order.orderedAt)}`}</p>
    </li>
  )
}
