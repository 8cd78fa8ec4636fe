import { Button, Form } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useMutation } from '@tanstack/react-query'
import type { FieldView } from '../../../src/engines/procedure/contract.ts'
import { ApiFailure } from '../../kit/api-failure.ts'
import { CitationText } from '../../kit/CitationText.tsx'
import { dropDraft, readDraft, writeDraft } from './draft.ts'
import { Failure } from './Failure.tsx'
import { FieldControl } from './FieldControl.tsx'
import { faultOf, inputOf } from './form-values.ts'
import type { FormValues } from './form-values.ts'

type ActionFormProps<Result> = Readonly<{
  fields: readonly FieldView[]
  /** Names the draft: whose, of what, for which act. */
  draftKey: string
  initial?: FormValues
  submitText: string
  submit: (input: Readonly<Record<string, unknown>>, stepId: string) => Promise<Result>
  onDone: (result: Result) => void
  onVersionChanged?: () => void
}>

/** A form made from declared fields. It drafts itself and sends the same id until it succeeds. */
export function ActionForm<Result>(props: ActionFormProps<Result>): ReactNode {
  const { fields, draftKey, submit, onDone, onVersionChanged } = props
  const [form] = Form.useForm<FormValues>()
  const [{ draft, stepId }] = useState(() => {
    const draft = readDraft(draftKey)
    return { draft, stepId: draft?.stepId ?? crypto.randomUUID() }
  })
  const sending = useMutation({
    mutationFn: (values: FormValues) => submit(inputOf(fields, values), stepId),
    onSuccess: (result) => { dropDraft(draftKey); onDone(result) },
    onError: (error) => {
      if (error instanceof ApiFailure) form.setFields(error.fields.map(fault => ({ name: fault.field, errors: [fault.says] })))
    },
  })
  const versionChanged = sending.error instanceof ApiFailure && sending.error.refusal?.code === 'procedure.version-changed'
  return (
    <Form<FormValues>
      form={form} layout="vertical" scrollToFirstError initialValues={{ ...props.initial, ...draft?.values }}
      onValuesChange={(_changed, values) => { writeDraft(draftKey, { stepId, values }) }} onFinish={(values) => { sending.mutate(values) }}
    >
      {draft === null ? null : <p className="draft-note">已恢复上次未提交的内容。<Button type="link" size="small" onClick={() => { dropDraft(draftKey); form.setFieldsValue(Object.fromEntries(fields.map(field => [field.key, props.initial?.[field.key]]))) }}>清空重填</Button></p>}
      {fields.map(field => (
        <Form.Item
          key={field.key} name={field.key} label={field.label} required={field.isRequired} rules={[{ validator: (_rule, value: unknown) => rejectFault(faultOf(field, value)) }]}
          extra={field.help === undefined && field.cite === undefined ? null : <>{field.help}{field.cite === undefined ? null : <> <CitationText cite={field.cite} /></>}</>}
        >
          <FieldControl field={field} />
        </Form.Item>
      ))}
      {sending.isError ? <div className="form-failure"><Failure error={sending.error} /></div> : null}
      {versionChanged && onVersionChanged !== undefined ? <Button block className="form-failure" onClick={() => { sending.reset(); onVersionChanged() }}>重新载入办件（保留已填内容）</Button> : null}
      <Button type="primary" htmlType="submit" loading={sending.isPending}>{props.submitText}</Button>
    </Form>
  )
}

async function rejectFault(fault: string | null): Promise<void> {
  if (fault !== null) throw new Error(fault)
}
