import { Button, Popover } from 'antd'
import type { ReactNode } from 'react'
import type { ClockView } from '../../../src/engines/procedure/contract.ts'
import { CitationText } from '../../kit/CitationText.tsx'
import { serverNow } from '../../kit/server-time.ts'
import { dueText, momentText } from '../../kit/time-text.ts'
import { DueIcon } from '../parts/DueCell.tsx'

const natures: Readonly<Record<ClockView['nature'], string>> = { statutory: '法定', plan: '规划', internal: '内部' }

/** The time limits of the matter: those that run, and below them those that ended. */
export function ClockList({ clocks }: Readonly<{ clocks: readonly ClockView[] }>): ReactNode {
  const open = clocks.filter(clock => clock.status !== 'stopped')
  const ended = clocks.filter(clock => clock.status === 'stopped')
  return (
    <section className="panel">
      <h2>期限</h2>
      {open.length === 0 ? <p className="is-muted">没有在计的期限。</p> : null}
      {open.map(clock => <RunningClock key={`${clock.kind}${clock.occurrence}`} clock={clock} />)}
      {ended.length === 0 ? null : (
        <details className="ended-clocks"><summary>已结束的期限（{ended.length}）</summary>{ended.map(clock => <EndedClock key={`${clock.kind}${clock.occurrence}`} clock={clock} />)}</details>
      )}
    </section>
  )
}

function RunningClock({ clock }: Readonly<{ clock: ClockView }>): ReactNode {
  const { tone, date, left } = dueText(clock, serverNow())
  return (
    <div className={`clock clock-${tone}`}>
      <h3>{clock.name}<span className="clock-nature">{natures[clock.nature]}</span></h3>
      <p className={`clock-left due-${tone}`}><DueIcon tone={tone} /> <strong>{left}</strong><span>{date}</span></p>
      <p className="is-muted">期限 {clock.limitText}，应办：{clock.dueStepName} <Derivation clock={clock} /></p>
      <CitationText cite={clock.basis} isVerified={clock.isVerified} />
    </div>
  )
}

function EndedClock({ clock }: Readonly<{ clock: ClockView }>): ReactNode {
  const isLate = clock.isMet === false
  return (
    <div className="clock">
      <h3>{clock.name}<span className="clock-nature">{natures[clock.nature]}</span></h3>
      <p className={isLate ? 'clock-left due-overdue' : 'clock-left due-met'}>
        <DueIcon tone={isLate ? 'overdue' : 'met'} /> <strong>{clock.isMet === null ? '已结束' : isLate ? '超期办理' : '按期办理'}</strong><span>{clock.stoppedAt === null ? '' : momentText(clock.stoppedAt)}</span>
      </p>
      <p className="is-muted">期限 {clock.limitText} <Derivation clock={clock} /></p>
    </div>
  )
}

/** How the date was found, line by line, with its pauses and extensions. */
function Derivation({ clock }: Readonly<{ clock: ClockView }>): ReactNode {
  return (
    <Popover
      trigger="click" placement="left" title={`${clock.name}的计算`}
      content={(
        <div className="derivation">
          <ol>{clock.derivation.map((step, index) => <li key={`${index}${step.says}`}>{step.says}</li>)}</ol>
          {clock.pauses.length === 0 ? null : <p>暂停：{clock.pauses.map(pause => `${momentText(pause.from)} 至 ${pause.until === null ? '今' : momentText(pause.until)}（${pause.stepName}）`).join('；')}</p>}
          {clock.extensions.map(extension => <p key={extension.at}>延长 {extension.byText}：{momentText(extension.at)} {extension.actorName}，<CitationText cite={extension.cite} /></p>)}
          <p>依据：<CitationText cite={clock.basis} isVerified={clock.isVerified} /></p>
        </div>
      )}
    >
      <Button type="link" size="small" className="inline-link">怎么算的</Button>
    </Popover>
  )
}
