import { useQueryClient } from '@tanstack/react-query'
import { App, Drawer } from 'antd'
import type { ReactNode } from 'react'
import type { FieldView, MatterView } from '../../../src/engines/procedure/contract.ts'
import { ActionForm } from '../parts/ActionForm.tsx'
import type { FormValues } from '../parts/form-values.ts'
import { useSession } from '../session/session-context.ts'
import { matterKey, takeAct } from './matter-api.ts'
import type { Act } from './matter-api.ts'

export type ActDrawerProps = Readonly<{
  matter: MatterView
  isOpen: boolean
  onClose: () => void
  title: string
  submitText: string
  /** Names the draft. */
  name: string
  fields: readonly FieldView[]
  initial?: FormValues
  actOf: (input: Readonly<Record<string, unknown>>) => Act
}>

/** The form of an act that every matter knows. */
export function ActDrawer({ matter, isOpen, onClose, title, submitText, name, fields, initial, actOf }: ActDrawerProps): ReactNode {
  const client = useQueryClient()
  const { account } = useSession()
  const { message } = App.useApp()
  const reload = (): void => { void client.invalidateQueries({ queryKey: matterKey(matter.id) }) }
  return (
    <Drawer open={isOpen} onClose={onClose} title={title} size={460} destroyOnHidden>
      <ActionForm
        fields={fields} draftKey={`${account.id}:${matter.id}:${name}`} submitText={submitText} onVersionChanged={reload} {...(initial === undefined ? {} : { initial })}
        submit={(input, stepId) => takeAct(matter, actOf(input), stepId)}
        onDone={() => {
          onClose()
          message.success(`${title}：已办理`)
          reload()
          void client.invalidateQueries({ queryKey: ['worklist'] })
        }}
      />
    </Drawer>
  )
}
