import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { IntakeResult } from '../../../src/domains/consumer/contract.ts'
import { post } from '../../kit/api.ts'
import { ApiFailure } from '../../kit/api-failure.ts'
import { serverNow } from '../../kit/server-time.ts'
import { useDebounced } from '../parts/debounced.ts'
import { dropDraft, readDraft, writeDraft } from '../parts/draft.ts'
import { Failure } from '../parts/Failure.tsx'
import { controlValueOf } from '../parts/form-values.ts'
import { PageHeading } from '../parts/PageHeading.tsx'
import { useSession } from '../session/session-context.ts'
import { intakeRequestOf } from './intake-request.ts'
import type { IntakeForm } from './intake-request.ts'
import { ContentFields, PersonFields, RespondentFields, SourceFields } from './IntakeFields.tsx'
import { IntakeDone } from './IntakeDone.tsx'
import { RoutePanel } from './RoutePanel.tsx'

/** One intake for counter, letter, telephone and web: registers, routes and splits mixed material. */
export function IntakePage(): ReactNode {
  const [round, setRound] = useState(0)
  return <IntakeRound key={round} onNext={() => { setRound(round + 1) }} />
}

function IntakeRound({ onNext }: Readonly<{ onNext: () => void }>): ReactNode {
  const { account } = useSession()
  const draftKey = `${account.id}:intake`
  const [form] = Form.useForm()
  const [{ draft, stepId, initial }] = useState(() => {
    const draft = readDraft(draftKey)
    const initial: IntakeForm = { kind: 'complaint', channel: 'counter', receivedAt: String(controlValueOf('instant', serverNow())), ...draft?.values }
    return { draft, stepId: draft?.stepId ?? crypto.randomUUID(), initial }
  })
  const [values, setValues] = useState<IntakeForm>(initial)
  const settled = useDebounced(values, 600)
  const send = useMutation({
    mutationFn: (filled: IntakeForm) => post<IntakeResult>('/api/intake', intakeRequestOf(filled, stepId)),
    onSuccess: () => { dropDraft(draftKey) },
    onError: (error) => {
      if (error instanceof ApiFailure) form.setFields(error.fields.map(fault => ({ name: formNameOf(fault.field), errors: [fault.says] })))
    },
  })
  if (send.isSuccess) return <IntakeDone result={send.data} onNext={onNext} />
  return (
    <>
      <PageHeading title="受理登记" />
      <Form
        form={form} layout="vertical" initialValues={initial} scrollToFirstError className="intake"
        onValuesChange={(_changed, all: IntakeForm) => { setValues(all); writeDraft(draftKey, { stepId, values: all }) }} onFinish={(filled: IntakeForm) => { send.mutate(filled) }}
      >
        <div className="intake-form">
          {draft === null ? null : <Alert type="info" title="已恢复上次未提交的登记内容。" action={<Button size="small" onClick={() => { dropDraft(draftKey); onNext() }}>清空重填</Button>} />}
          <SourceFields values={values} />
          <ContentFields values={values} />
          <RespondentFields values={values} form={form} />
          <PersonFields values={values} />
          {send.isError ? <div className="form-failure"><Failure error={send.error} /></div> : null}
          <Button type="primary" htmlType="submit" size="large" loading={send.isPending}>登记并分流</Button>
        </div>
        <aside className="intake-side"><RoutePanel values={settled} /></aside>
      </Form>
    </>
  )
}

// The server names fields by their place in the request, the form is flat.
function formNameOf(field: string): string {
  const last = field.split('.').slice(-2).join('.')
  const names: Readonly<Record<string, string>> = {
    'person.name': 'personName', 'person.phone': 'phone', 'person.idNumber': 'idNumber', 'person.address': 'personAddress', 'person.email': 'email',
    'respondent.name': 'respondentName', 'respondent.uscc': 'uscc', 'respondent.address': 'respondentAddress', 'respondent.platformName': 'platformName', 'submission.amountInFen': 'amount',
  }
  return names[last] ?? field.split('.').at(-1) ?? field
}
