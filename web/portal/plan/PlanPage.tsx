import type { PortalPlan } from '../../../src/engines/plan/contract.ts'
import { dayWords } from '../date-words.ts'
import { FailureNotice, Loading } from '../LoadState.tsx'
import { Page } from '../Page.tsx'
import { useLoad } from '../use-load.ts'
import { PlanIndicators } from './PlanIndicators.tsx'
import './plan.css'

const LIGHTS = [['done', '已完成'], ['on-schedule', '按期推进'], ['due-soon', '30日内到期'], ['overdue', '逾期或滞后'], ['not-started', '尚未启动']] as const

/** How the district's plan is coming along, in plain words, with the data to take away. */
export function PlanPage() {
  const plan = useLoad<PortalPlan>('/api/portal/plan')
  return (
    <Page title="规划进展" className="plan">
      {plan.status === 'loading' ? <Loading what="规划进展" /> : null}
      {plan.status === 'failed' ? <FailureNotice failure={plan.failure} onRetry={plan.retry} /> : null}
      {plan.status === 'ready' ? <Progress plan={plan.value} /> : null}
      <PlanIndicators />
    </Page>
  )
}

function Progress({ plan }: Readonly<{ plan: PortalPlan }>) {
  return (
    <>
      <p className="muted">{plan.title}（{plan.number}）</p>
      <p>{plan.says}</p>
      <div className="plan-bar" aria-hidden="true">
        {LIGHTS.filter(([light]) => plan.lights[light] > 0).map(([light]) => <span key={light} className={`bar-${light}`} style={{ flexGrow: plan.lights[light] }} />)}
      </div>
      <ul className="plan-key">{LIGHTS.filter(([light]) => plan.lights[light] > 0).map(([light, name]) => <li key={light}><span className={`swatch bar-${light}`} />{name} <b>{plan.lights[light]}</b> 项</li>)}</ul>
      <h2>要做的{plan.total}件事</h2>
      <p className="hint">点开一类，看每件事由谁负责、做到哪一步。</p>
      {plan.groups.map(group => (
        <details key={group.id} className="plan-group">
          <summary><strong>{group.name}</strong><span className="muted">{group.says}</span></summary>
          <ul>
            {group.tasks.map(task => (
              <li key={`${task.planPlace} ${task.title}`}>
                <span>{task.title}</span>
                <span className="muted">{task.officeName}负责，{dayWords(task.endsOn)}前完成。{task.progressPercent === 100 ? '' : `做到${task.progressPercent}%，`}{task.lightName}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  )
}
