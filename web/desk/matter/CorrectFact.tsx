import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { FactView, FieldView, MatterView } from '../../../src/engines/procedure/contract.ts'
import { controlValueOf } from '../parts/form-values.ts'
import { useProcedures } from '../parts/pickers.tsx'
import { ActDrawer } from './ActDrawer.tsx'

/** Corrects one fact with a reason; what stood before stays visible. */
export function CorrectFact({ matter, fact }: Readonly<{ matter: MatterView; fact: FactView }>): ReactNode {
  const [isOpen, setIsOpen] = useState(false)
  const declared = useProcedures().data?.find(procedure => procedure.id === matter.procedure)?.openingFields.find(field => field.key === fact.key)
  const choices = declared?.choices
  // A list is carried on by its own step.
  if (fact.widget === 'entries') return null
  // The choices of a fact found later are not part of the page; its reader corrects those by a step.
  if ((fact.widget === 'choice' || fact.widget === 'choices') && choices === undefined) return null
  const fields: readonly FieldView[] = [
    { key: 'value', label: `${fact.label}（更正为）`, widget: fact.widget, isRequired: true, ...(choices === undefined ? {} : { choices }) },
    { key: 'reason', label: '更正理由', widget: 'long-text', isRequired: true, help: '原内容、更正内容和理由都会留在办件记录中' },
  ]
  return (
    <>
      <Button type="text" size="small" className="fact-edit" icon={<EditOutlined />} aria-label={`更正${fact.label}`} onClick={() => { setIsOpen(true) }} />
      <ActDrawer
        matter={matter} isOpen={isOpen} onClose={() => { setIsOpen(false) }} title={`更正：${fact.label}`} submitText="更正" name={`correct-${fact.key}`} fields={fields}
        initial={{ value: controlValueOf(fact.widget, fact.raw) }} actOf={({ value, reason }) => ({ act: 'correct', field: fact.key, value, reason: String(reason) })}
      />
    </>
  )
}
