import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { FieldView, MatterView } from '../../../src/engines/procedure/contract.ts'
import { useSession } from '../session/session-context.ts'
import { ActDrawer } from './ActDrawer.tsx'
import type { Act } from './matter-api.ts'

type Input = Readonly<Record<string, unknown>>
type ActForm = Readonly<{ key: Act['act']; title: string; submitText: string; isOpenTo: (matter: MatterView) => boolean; fields: readonly FieldView[]; actOf: (input: Input) => Act }>

const reason: FieldView = { key: 'reason', label: '理由', widget: 'long-text', isRequired: true }

function textOf(input: Input, key: string): string {
  const value = input[key]
  return typeof value === 'string' ? value : ''
}

const acts: readonly ActForm[] = [
  {
    key: 'assign', title: '分派', submitText: '分派', isOpenTo: matter => matter.mayAct.assign,
    fields: [{ key: 'to', label: '承办人', widget: 'account', isRequired: true }], actOf: input => ({ act: 'assign', to: textOf(input, 'to') }),
  },
  {
    key: 'hand-over', title: '移交', submitText: '移交', isOpenTo: matter => matter.mayAct.handOver,
    fields: [{ key: 'officeId', label: '移交给', widget: 'office', isRequired: true }, reason], actOf: input => ({ act: 'hand-over', officeId: textOf(input, 'officeId'), reason: textOf(input, 'reason') }),
  },
  {
    key: 'note', title: '记录', submitText: '保存记录', isOpenTo: matter => matter.mayAct.note,
    fields: [{ key: 'text', label: '记录内容', widget: 'long-text', isRequired: true, help: '如电话联系、现场了解的情况。记录后不能删除。' }], actOf: input => ({ act: 'note', text: textOf(input, 'text') }),
  },
  {
    key: 'chase', title: '督办', submitText: '发出督办', isOpenTo: matter => matter.mayAct.chase,
    fields: [{ key: 'text', label: '督办意见', widget: 'long-text', isRequired: true, help: '写明要求和反馈时间' }], actOf: input => ({ act: 'chase', text: textOf(input, 'text') }),
  },
  {
    key: 'link', title: '关联', submitText: '关联', isOpenTo: matter => matter.mayAct.link,
    fields: [
      { key: 'otherNumber', label: '另一办件的编号', widget: 'text', isRequired: true },
      { key: 'kind', label: '关系', widget: 'choice', isRequired: true, choices: { duplicate: '重复（同一事项）', related: '相关' } }, reason,
    ],
    actOf: input => ({ act: 'link', otherNumber: textOf(input, 'otherNumber'), kind: input['kind'] === 'duplicate' ? 'duplicate' : 'related', reason: textOf(input, 'reason') }),
  },
  {
    key: 'identify-subject', title: '确认主体', submitText: '确认', isOpenTo: matter => matter.mayAct.correct && !matter.isClosed && matter.subject.entityId === null,
    fields: [{ key: 'entityId', label: '登记的主体', widget: 'entity', isRequired: true }, reason], actOf: input => ({ act: 'identify-subject', entityId: textOf(input, 'entityId'), reason: textOf(input, 'reason') }),
  },
  {
    key: 'recuse', title: '回避', submitText: '登记回避', isOpenTo: matter => matter.mayAct.assign,
    fields: [{ key: 'accountId', label: '回避人员', widget: 'account', isRequired: true }, reason], actOf: input => ({ act: 'recuse', accountId: textOf(input, 'accountId'), reason: textOf(input, 'reason') }),
  },
]

/** The acts the reader may take on this matter, whatever its procedure. */
export function ActMenu({ matter }: Readonly<{ matter: MatterView }>): ReactNode {
  const [open, setOpen] = useState<ActForm | null>(null)
  const { account } = useSession()
  const claim: ActForm = { key: 'assign', title: '认领', submitText: '由我承办', isOpenTo: ({ mayAct }) => mayAct.claim, fields: [], actOf: () => ({ act: 'assign', to: account.id }) }
  return (
    <>
      {[claim, ...acts].filter(act => act.isOpenTo(matter)).map(act => <Button key={act.title} onClick={() => { setOpen(act) }}>{act.title}</Button>)}
      <ActDrawer
        matter={matter} isOpen={open !== null} onClose={() => { setOpen(null) }} title={open?.title ?? ''} submitText={open?.submitText ?? ''}
        name={open?.key ?? ''} fields={open?.fields ?? []} actOf={open?.actOf ?? (() => { throw new Error('no act is open') })}
      />
    </>
  )
}
