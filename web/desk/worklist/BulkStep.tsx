import { useQuery } from '@tanstack/react-query'
import { Modal, Select } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { BulkRequest, BulkResult, MatterView, StepOffer, WorklistRow } from '../../../src/engines/procedure/contract.ts'
import { get, post } from '../../kit/api.ts'
import { ActionForm } from '../parts/ActionForm.tsx'
import { Failure } from '../parts/Failure.tsx'
import { useSession } from '../session/session-context.ts'
import { BulkResults } from './BulkResults.tsx'

/** Only matters of one kind that stand alike can be decided alike. */
export function standAlike(rows: readonly WorklistRow[]): boolean {
  const [first] = rows
  return first !== undefined && rows.every(row => row.procedure === first.procedure && row.stateName === first.stateName)
}

/** A step whose documents are approved one by one is prepared one by one. */
const mayBeTakenTogether = (offer: StepOffer): boolean => offer.isPermitted && !offer.needsApproval

type BulkStepProps = Readonly<{ rows: readonly WorklistRow[]; onClose: () => void; onDone: () => void }>

/** One step with one form for all chosen matters; each is judged by itself. The first of them says which steps there are. */
export function BulkStep({ rows, onClose, onDone }: BulkStepProps): ReactNode {
  const first = rows[0]
  const { account } = useSession()
  const [chosen, setChosen] = useState<string>()
  const [result, setResult] = useState<BulkResult>()
  const sample = useQuery({ queryKey: ['bulk-sample', first?.id], queryFn: ({ signal }) => get<MatterView>(`/api/matters/${first?.id ?? ''}`, {}, signal), enabled: first !== undefined })
  const offers = (sample.data?.steps ?? []).filter(mayBeTakenTogether)
  const offer = offers.find(({ step }) => step === chosen)
  const take = (input: Readonly<Record<string, unknown>>): Promise<BulkResult> => post<BulkResult>('/api/worklist/bulk', {
    ids: rows.map(row => ({ id: row.id, expectedVersion: row.version, stepId: crypto.randomUUID() })), act: { act: 'step', procedure: first?.procedure ?? '', step: offer?.step ?? '', input },
  } satisfies BulkRequest)
  return (
    <Modal open title={`批量办理 ${rows.length} 件${first?.procedureName ?? ''}`} footer={null} destroyOnHidden onCancel={result === undefined ? onClose : onDone}>
      {sample.isError ? <Failure error={sample.error} /> : null}
      {result !== undefined ? <BulkResults rows={rows} result={result} /> : (
        <>
          <ul className="bulk-chosen">{rows.map(({ id, number, title }) => <li key={id}>{number} {title}</li>)}</ul>
          <Select aria-label="步骤" className="bulk-step-choice" placeholder={sample.isPending ? '正在读取' : offers.length === 0 ? '没有可以批量办理的步骤' : '选择步骤'} value={chosen} onChange={setChosen} options={offers.map(({ step, name }) => ({ value: step, label: name }))} />
          {offer === undefined ? null : (
            <>
              <p className="is-muted">所选各件用同一内容办理，逐件审查；不符合条件的不会办理，并说明原因。{offer.documents.length === 0 ? '' : `每件生成：${offer.documents.map(({ title }) => title).join('、')}。`}{offer.closes === null ? '' : `办理后各件办结：${offer.closes}。`}</p>
              <ActionForm key={offer.step} fields={offer.fields} draftKey={`${account.id}:bulk:${rows.map(({ id }) => id).toSorted().join(',')}:${offer.step}`} submitText={`确认${offer.name}（${rows.length}件）`} submit={take} onDone={setResult} />
            </>
          )}
        </>
      )}
    </Modal>
  )
}
