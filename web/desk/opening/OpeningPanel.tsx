import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Select } from 'antd'
import type { ReactNode } from 'react'
import type { FieldView, MatterOpened, MatterOpening, MatterOpenings } from '../../../src/engines/procedure/contract.ts'
import { get, post } from '../../kit/api.ts'
import { ActionForm } from '../parts/ActionForm.tsx'
import { Failure } from '../parts/Failure.tsx'
import { useProcedures } from '../parts/pickers.tsx'
import { useSession } from '../session/session-context.ts'

// What every opening asks for besides the facts of its procedure.
const ABOUT: readonly FieldView[] = [
  { key: 'aboutEntity', label: '市场主体', widget: 'entity', isRequired: false, help: '登记档案中的主体；选定后办件归入一企一档' },
  { key: 'aboutReceivedAt', label: '收到时间', widget: 'instant', isRequired: false, help: '期限从收到之时起算；留空即现在' },
  { key: 'aboutOffice', label: '承办机构', widget: 'office', isRequired: false, help: '留空即本人所在机构' },
]

type PanelProps = Readonly<{ procedure: string | undefined; onProcedure: (procedure: string | undefined) => void }>

/** One form for each kind of matter this person may open. */
export function OpeningPanel({ procedure, onProcedure }: PanelProps): ReactNode {
  const openings = useQuery({ queryKey: ['openings'], queryFn: ({ signal }) => get<MatterOpenings>('/api/openings', {}, signal), staleTime: Infinity })
  const declared = useProcedures().data?.find(each => each.id === procedure)
  const chosen = openings.data?.find(each => each.id === procedure)
  return (
    <section className="panel" style={{ maxWidth: 860 }}>
      <p className="is-muted">投诉、举报和工单在“受理登记”中登记；案件由线索立案产生；双随机抽查由抽取产生。成批登记未年报主体，请在<Link to="/exchange">导入导出</Link>中导入“未年报主体名单”。</p>
      {openings.isError ? <Failure error={openings.error} retry={() => { void openings.refetch() }} /> : null}
      <div className="opening-kind"><span>办件种类</span><Select
        aria-label="办件种类" placeholder="选择或者输入办件种类" showSearch={{ optionFilterProp: 'label' }} style={{ width: '100%' }} loading={openings.isPending} value={chosen?.id ?? null} onChange={(next: string) => { onProcedure(next) }}
        options={(openings.data ?? []).map(({ id, name, openingName }) => ({ value: id, label: `${name}：${openingName}` }))}
      /></div>
      {chosen === undefined || declared === undefined ? null : <OpeningForm key={chosen.id} procedure={chosen.id} submitText={chosen.openingName} fields={declared.openingFields} />}
    </section>
  )
}

// Failing to report is known on the last day of the time for reports.
const RECEIVED_LATE: Readonly<Record<string, string>> = { 'abnormal-operation': '期限从收到之时起算；留空即现在。未年报的，填年报报送期的最后一日' }

/** The general questions, worded for the kind of matter. */
function aboutFor(procedure: string): readonly FieldView[] {
  const help = RECEIVED_LATE[procedure]
  return help === undefined ? ABOUT : ABOUT.map(field => (field.key === 'aboutReceivedAt' ? { ...field, help } : field))
}

function OpeningForm({ procedure, submitText, fields }: Readonly<{ procedure: string; submitText: string; fields: readonly FieldView[] }>): ReactNode {
  const { account } = useSession()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const submit = ({ aboutEntity, aboutReceivedAt, aboutOffice, ...facts }: Readonly<Record<string, unknown>>, stepId: string): Promise<MatterOpened> => post<MatterOpened>('/api/matters', {
    stepId, procedure, facts, ...(typeof aboutReceivedAt === 'string' ? { receivedAt: aboutReceivedAt } : {}),
    ...(typeof aboutEntity === 'string' ? { entityId: aboutEntity } : {}), ...(typeof aboutOffice === 'string' ? { officeId: aboutOffice } : {}),
  } satisfies MatterOpening)
  return (
    <ActionForm
      fields={[...aboutFor(procedure), ...fields]} draftKey={`opening:${account.id}:${procedure}`} submitText={submitText} submit={submit}
      onDone={({ id, number, officeName }) => {
        message.success(`已登记${number}，由${officeName}办理`, 5)
        void navigate({ to: '/matters/$matterId', params: { matterId: id } })
      }}
    />
  )
}
