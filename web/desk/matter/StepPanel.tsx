import { SearchOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { MatterView, StepOffer } from '../../../src/engines/procedure/contract.ts'
import { CitationText } from '../../kit/CitationText.tsx'
import { isPrepared, nextDuties } from './next-duties.ts'
import { NextPanel } from './NextPanel.tsx'
import { RefusedSteps } from './RefusedSteps.tsx'
import { StepDrawer } from './StepDrawer.tsx'

// With more steps than this, what is looked for is quicker typed than found.
const MANY_STEPS = 12

/** What now: the steps that may be taken as buttons, and those that may not with the reason. */
export function StepPanel({ matter }: Readonly<{ matter: MatterView }>): ReactNode {
  const [openStep, setOpenStep] = useState<string | null>(null)
  const [sought, setSought] = useState('')
  const isSought = ({ name }: StepOffer): boolean => name.includes(sought.trim())
  // A closed matter says so once, not for every step.
  const offers = matter.steps.filter(step => step.isPermitted || step.refusal.code !== 'procedure.matter-closed')
  const isWaiting = (step: StepOffer): boolean => matter.proposals.some(each => each.step === step.step && each.status === 'waiting')
  const suffixOf = (step: StepOffer): string => (!isPrepared(step) ? '' : isWaiting(step) ? '（另行拟办）' : '（拟办）')
  const awaited = nextDuties(matter)[0]?.stepName
  // What the nearest limit waits for stands on top.
  const mine = offers.filter(step => step.isPermitted).toSorted((a, b) => Number(b.name === awaited) - Number(a.name === awaited))
  const permitted = mine.filter(isSought)
  const proposable = offers.filter(step => !step.isPermitted && step.mayPropose && isSought(step))
  const refused = offers.filter(step => !step.isPermitted).filter(step => !step.mayPropose && isSought(step))
  const open = offers.find(step => step.step === openStep)
  const isSearching = sought.trim() !== ''
  return (
    <>
      <NextPanel matter={matter} onOpen={setOpenStep} />
      <section className="panel step-panel">
        <h2>现在可以办理</h2>
        {offers.length > MANY_STEPS ? <Input className="step-search" prefix={<SearchOutlined aria-hidden />} allowClear aria-label="查找步骤" placeholder={`查找步骤，共 ${offers.length} 个`} value={sought} onChange={(event) => { setSought(event.target.value) }} /> : null}
        {mine.length === 0 && !isSearching ? <p className="is-muted">{matter.isClosed ? '本件已办结。' : '目前没有您可以办理的步骤。'}</p> : null}
        {isSearching && permitted.length + proposable.length + refused.length === 0 ? <p className="is-muted">没有名称含“{sought.trim()}”的步骤。</p> : null}
        {permitted.map(step => (
          <div key={step.step} className="step-offer">
            <Button type={step.name === awaited ? 'primary' : 'default'} block onClick={() => { setOpenStep(step.step) }}>{step.name}{suffixOf(step)}</Button>
            {step.basis === null ? null : <CitationText cite={step.basis} />}
          </div>
        ))}
        {proposable.length === 0 ? null : (
          <details className="refused-steps" key={String(isSearching)} open={isSearching}>
            <summary>可以拟办，报请审批（{proposable.length}）</summary>
            {proposable.map(step => <Button key={step.step} block className="step-offer" onClick={() => { setOpenStep(step.step) }}>拟办：{step.name}</Button>)}
          </details>
        )}
        <RefusedSteps offers={refused} isSearching={isSearching} isOpen={!matter.isClosed && refused.length <= (mine.length === 0 ? 6 : 3)} />
        <StepDrawer matter={matter} offer={open} onClose={() => { setOpenStep(null) }} />
      </section>
    </>
  )
}
