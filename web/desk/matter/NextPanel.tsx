import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { MatterView, ProposalView, RefusalView } from '../../../src/engines/procedure/contract.ts'
import { CitationText } from '../../kit/CitationText.tsx'
import { serverNow } from '../../kit/server-time.ts'
import { dueText, momentText } from '../../kit/time-text.ts'
import { DueIcon } from '../parts/DueCell.tsx'
import { nextDuties, waitsOf } from './next-duties.ts'
import type { NextDuty } from './next-duties.ts'

const MOST = 4

/** What the matter waits for: papers before whom, steps before which limit and what they still lack, times of others. */
export function NextPanel({ matter, onOpen }: Readonly<{ matter: MatterView; onOpen: (step: string) => void }>): ReactNode {
  // What waits for this person stands with its text in the panel of proposals.
  const papers = matter.proposals.filter(({ status, mayDecide, mayTake }) => (status === 'waiting' && !mayDecide) || (status === 'approved' && !mayTake))
  const duties = nextDuties(matter)
  const waits = waitsOf(matter)
  if (matter.isClosed || papers.length + duties.length + waits.length === 0) return null
  return (
    <section className="panel">
      <h2>下一步</h2>
      <ul className="next-list">
        {papers.map(paper => <li key={`${paper.step}${paper.revision}`}><Paper paper={paper} /></li>)}
        {duties.slice(0, MOST).map(duty => <li key={duty.stepName}><Duty duty={duty} onOpen={onOpen} /></li>)}
        {waits.map(clock => <li key={`${clock.kind}${clock.occurrence}`} className="is-muted">等待“{clock.name}”：{dueText(clock, serverNow()).left}，{dueText(clock, serverNow()).date}</li>)}
      </ul>
    </section>
  )
}

function Paper({ paper }: Readonly<{ paper: ProposalView }>): ReactNode {
  const { stepName, status, madeByName, madeAt, decidedByName, documents } = paper
  const titles = documents.map(({ title }) => `《${title}》`).join('')
  const waitsFor = status === 'approved' ? `${decidedByName ?? ''}已同意，待有权岗位办理` : '等待有权岗位审批'
  return <><strong>{stepName}</strong> {waitsFor}<p className="is-muted">{titles}{madeByName} {momentText(madeAt)} 拟办</p></>
}

function Duty({ duty: { clock, stepName, offer, how }, onOpen }: Readonly<{ duty: NextDuty; onOpen: (step: string) => void }>): ReactNode {
  const { tone, left, date } = dueText(clock, serverNow())
  return (
    <>
      <div className="next-head"><strong>{stepName}</strong>{offer === null || how === 'held' || how === 'none' ? null : <Button size="small" type="primary" onClick={() => { onOpen(offer.step) }}>{how === 'propose' ? '拟办' : '办理'}</Button>}</div>
      <p className={`due-${tone}`}><DueIcon tone={tone} /> {left}，{date}</p>
      {offer === null || offer.isPermitted ? null : <Lacks refusal={offer.refusal} isHeld={how === 'held'} />}
    </>
  )
}

/** What the step still lacks; where it stands further on, that is all there is to say. */
function Lacks({ refusal, isHeld }: Readonly<{ refusal: RefusalView; isHeld: boolean }>): ReactNode {
  if (refusal.code === 'procedure.step-not-open') return <p className="is-muted">待前面的步骤完成后办理。</p>
  return <p className="is-muted">{refusal.says}{isHeld ? refusal.do : ''}{refusal.cite === undefined ? null : <> <CitationText cite={refusal.cite} /></>}</p>
}
