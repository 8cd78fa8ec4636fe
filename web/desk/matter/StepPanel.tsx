import { SearchOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Input } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { FieldView, MatterView, StepOffer, StepResult } from '../../../src/engines/procedure/contract.ts'
import { CitationText } from '../../kit/CitationText.tsx'
import { ActionForm } from '../parts/ActionForm.tsx'
import { controlValueOf } from '../parts/form-values.ts'
import type { FormValues } from '../parts/form-values.ts'
import { useSession } from '../session/session-context.ts'
import { firstDue } from './first-due.ts'
import { matterKey, takeAct, takeStep } from './matter-api.ts'
import { RefusedSteps } from './RefusedSteps.tsx'

const COMMENT: FieldView = { key: 'proposalComment', label: '拟办说明', widget: 'long-text', isRequired: false }

/** A step whose documents are issued only as approved, or that another role takes, is prepared for approval here. */
const isProposed = (offer: StepOffer): boolean => offer.mayPropose && (offer.needsApproval || !offer.isPermitted)

// With more steps than this, what is looked for is quicker typed than found.
const MANY_STEPS = 12

/** What now: the steps that may be taken as buttons, and those that may not with the reason. */
export function StepPanel({ matter }: Readonly<{ matter: MatterView }>): ReactNode {
  const [openStep, setOpenStep] = useState<string | null>(null)
  const [sought, setSought] = useState('')
  const isSought = ({ name }: StepOffer): boolean => name.includes(sought.trim())
  // A closed matter says so once, not for every step.
  const offers = matter.steps.filter(step => step.isPermitted || step.refusal.code !== 'procedure.matter-closed')
  const awaited = firstDue(matter.clocks)?.dueStepName
  // What the nearest limit waits for stands on top.
  const mine = offers.filter(step => step.isPermitted).toSorted((a, b) => Number(b.name === awaited) - Number(a.name === awaited))
  const permitted = mine.filter(isSought)
  const proposable = offers.filter(step => !step.isPermitted && step.mayPropose && isSought(step))
  const refused = offers.filter(step => !step.isPermitted).filter(isSought)
  const open = offers.find(step => step.step === openStep)
  const isSearching = sought.trim() !== ''
  return (
    <section className="panel step-panel">
      <h2>现在可以办理</h2>
      {offers.length > MANY_STEPS ? <Input className="step-search" prefix={<SearchOutlined aria-hidden />} allowClear aria-label="查找步骤" placeholder={`查找步骤，共 ${offers.length} 个`} value={sought} onChange={(event) => { setSought(event.target.value) }} /> : null}
      {mine.length === 0 && !isSearching ? <p className="is-muted">{matter.isClosed ? '本件已办结。' : '目前没有您可以办理的步骤。'}</p> : null}
      {isSearching && permitted.length + proposable.length + refused.length === 0 ? <p className="is-muted">没有名称含“{sought.trim()}”的步骤。</p> : null}
      {permitted.map((step, index) => (
        <div key={step.step} className="step-offer">
          <Button type={index === 0 ? 'primary' : 'default'} block onClick={() => { setOpenStep(step.step) }}>{isProposed(step) ? `${step.name}（拟办）` : step.name}</Button>
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
  )
}

/** Answers already on file stand in the form for yes-or-no and choice fields; texts are written anew each time. */
function knownAnswers(matter: MatterView, offer: StepOffer): FormValues {
  return Object.fromEntries(offer.fields.flatMap(({ key, widget }) => {
    const fact = matter.facts.find(known => known.key === key)
    return fact !== undefined && (widget === 'boolean' || widget === 'choice') ? [[key, controlValueOf(widget, fact.raw)]] : []
  }))
}

function propose(matter: MatterView, step: string, { stepId, input }: Readonly<{ stepId: string; input: FormValues }>): Promise<StepResult> {
  const { [COMMENT.key]: comment, ...rest } = input
  return takeAct(matter, { act: 'propose', step, input: rest, ...(typeof comment === 'string' ? { comment } : {}) }, stepId)
}

function StepDrawer({ matter, offer, onClose }: Readonly<{ matter: MatterView; offer: StepOffer | undefined; onClose: () => void }>): ReactNode {
  const client = useQueryClient()
  const { account } = useSession()
  const { message } = App.useApp()
  const reload = (): void => { void client.invalidateQueries({ queryKey: matterKey(matter.id) }) }
  const onDone = (result: StepResult): void => {
    onClose()
    if (offer !== undefined && isProposed(offer)) message.success(`“${offer.name}”已拟办，等待审批`)
    else message.success(`${offer?.name ?? ''}：${result.isRepeat ? '此前已办理，没有重复办理' : '已办理'}，现为“${result.stateName}”${result.documents.length === 0 ? '' : `，已生成文书 ${result.documents.map(document => document.number).join('、')}`}`, 5)
    reload()
    for (const queryKey of [['worklist'], ['worklist-counts']]) void client.invalidateQueries({ queryKey })
  }
  return (
    <Drawer open={offer !== undefined} onClose={onClose} title={offer?.name} size={520} destroyOnHidden>
      {offer === undefined ? null : (
        <>
          {offer.basis === null ? null : <p>依据：<CitationText cite={offer.basis} /></p>}
          {offer.documents.length === 0 ? null : <p className="is-muted">{isProposed(offer) ? '审批同意后' : '办理后'}生成并编号：{offer.documents.map(({ title }) => title).join('、')}。</p>}
          {offer.closes === null ? null : <p className="closes-note">办理后本件办结：{offer.closes}。</p>}
          <ActionForm
            fields={isProposed(offer) ? [...offer.fields, COMMENT] : offer.fields} initial={knownAnswers(matter, offer)} draftKey={`${account.id}:${matter.id}:${offer.step}`} submitText={isProposed(offer) ? '拟办报批' : `确认${offer.name}`} onVersionChanged={reload}
            submit={(input, stepId) => (isProposed(offer) ? propose(matter, offer.step, { stepId, input }) : takeStep(matter, offer.step, { stepId, input }))} onDone={onDone}
          />
        </>
      )}
    </Drawer>
  )
}
