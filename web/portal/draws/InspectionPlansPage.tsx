import type { PortalInspectionPlan, PortalInspectionPlans } from '../../../src/domains/inspection/programme/contract.ts'
import { dayWords } from '../date-words.ts'
import { Link } from '../Link.tsx'
import { FailureNotice, Loading } from '../LoadState.tsx'
import { Page } from '../Page.tsx'
import { useLoad } from '../use-load.ts'
import './draws.css'

/** The published yearly plans of random inspections. */
export function InspectionPlansPage() {
  const plans = useLoad<PortalInspectionPlans>('/api/portal/inspection-plans')
  return (
    <Page title="年度抽查计划" className="draws">
      <p><Link to="/draws">双随机抽查</Link>按年度计划进行。计划外的检查须有法定事由，不用抽签决定。各组只用来确定抽取比例和频次，不是对企业的评价；每次抽取都有一组不看任何分组，纯随机产生。</p>
      {plans.status === 'loading' ? <Loading what="抽查计划" /> : null}
      {plans.status === 'failed' ? <FailureNotice failure={plans.failure} onRetry={plans.retry} /> : null}
      {plans.status === 'ready' && plans.value.rows.length === 0 ? <p className="empty">还没有公布年度抽查计划。</p> : null}
      {plans.status === 'ready' ? plans.value.rows.map((plan) => <Plan key={plan.year} plan={plan} />) : null}
    </Page>
  )
}

function Plan({ plan: { title, bureau, publishedAt, revision, tasks } }: Readonly<{ plan: PortalInspectionPlan }>) {
  return (
    <section>
      <h2>{title}</h2>
      <p className="muted">{bureau}{dayWords(publishedAt)}公布，第{revision}版，共{tasks.length}项任务</p>
      {tasks.map((task) => (
        <details key={task.name} className="plain-details">
          <summary><strong>{task.name}</strong><span className="muted">{task.months} · {task.shareSays}</span></summary>
          <dl className="facts">
            <div><dt>检查对象</dt><dd>{task.object}</dd></div>
            <div><dt>检查事项（{task.levelName}）</dt><dd>{task.items.join('、')}</dd></div>
            <div><dt>抽查比例</dt><dd>{task.shareSays}</dd></div>
            {task.timesSays === '' ? null : <div><dt>抽查频次</dt><dd>{task.timesSays}</dd></div>}
            <div><dt>时间</dt><dd>{task.months}</dd></div>
            <div><dt>承办</dt><dd>{task.office}{task.jointDepartments.length === 0 ? '' : `，会同${task.jointDepartments.join('、')}`}</dd></div>
            <div><dt>依据</dt><dd>{task.basis.join('；')}</dd></div>
          </dl>
        </details>
      ))}
    </section>
  )
}
