import { useQueryClient } from '@tanstack/react-query'
import { App, Drawer } from 'antd'
import type { ReactNode } from 'react'
import type { FieldView, MatterView, StepOffer, StepResult } from '../../../src/engines/procedure/contract.ts'
import { CitationText } from '../../kit/CitationText.tsx'
import { ActionForm } from '../parts/ActionForm.tsx'
import { controlValueOf } from '../parts/form-values.ts'
import type { FormValues } from '../parts/form-values.ts'
import { useSession } from '../session/session-context.ts'
import { matterKey, takeAct, takeStep } from './matter-api.ts'
import { isPrepared } from './next-duties.ts'

const COMMENT: FieldView = { key: 'proposalComment', label: '拟办说明', widget: 'long-text', isRequired: false }

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

/** The form of one step, with its basis and what follows from it; sends or proposes it. */
export function StepDrawer({ matter, offer, onClose }: Readonly<{ matter: MatterView; offer: StepOffer | undefined; onClose: () => void }>): ReactNode {
  const client = useQueryClient()
  const { account } = useSession()
  const { message } = App.useApp()
  const reload = (): void => { void client.invalidateQueries({ queryKey: matterKey(matter.id) }) }
  const onDone = (result: StepResult): void => {
    onClose()
    if (offer !== undefined && isPrepared(offer)) message.success(`“${offer.name}”已拟办，等待审批`)
    else message.success(`${offer?.name ?? ''}：${result.isRepeat ? '此前已办理，没有重复办理' : '已办理'}，现为“${result.stateName}”${result.documents.length === 0 ? '' : `，已生成文书 ${result.documents.map(document => document.number).join('、')}`}`, 5)
    reload()
    for (const queryKey of [['worklist'], ['worklist-counts']]) void client.invalidateQueries({ queryKey })
  }
  return (
    <Drawer open={offer !== undefined} onClose={onClose} title={offer?.name} size={520} destroyOnHidden>
      {offer === undefined ? null : (
        <>
          {offer.basis === null ? null : <p>依据：<CitationText cite={offer.basis} /></p>}
          {offer.documents.length === 0 ? null : <p className="is-muted">{isPrepared(offer) ? '审批同意后' : '办理后'}生成并编号：{offer.documents.map(({ title }) => title).join('、')}。</p>}
          {offer.closes === null ? null : <p className="closes-note">办理后本件办结：{offer.closes}。</p>}
          <ActionForm
            fields={isPrepared(offer) ? [...offer.fields, COMMENT] : offer.fields} initial={knownAnswers(matter, offer)} draftKey={`${account.id}:${matter.id}:${offer.step}`} submitText={isPrepared(offer) ? '拟办报批' : `确认${offer.name}`} onVersionChanged={reload}
            submit={(input, stepId) => (isPrepared(offer) ? propose(matter, offer.step, { stepId, input }) : takeStep(matter, offer.step, { stepId, input }))} onDone={onDone}
          />
        </>
      )}
    </Drawer>
  )
}
