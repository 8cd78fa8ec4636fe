import { EyeOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal, Tag } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { MatterView, PartyView } from '../../../src/engines/procedure/contract.ts'
import { Failure } from '../parts/Failure.tsx'
import { matterKey, unmaskParty } from './matter-api.ts'

const lines = [['name', '姓名（名称）'], ['phone', '电话'], ['idNumber', '证件号码'], ['address', '地址'], ['email', '电子邮箱']] as const

/** The people of the matter, masked; the full data open for a reason that is kept. */
export function PartyList({ matter }: Readonly<{ matter: MatterView }>): ReactNode {
  if (matter.parties.length === 0) return null
  return <section className="panel"><h2>当事人</h2>{matter.parties.map(party => <Party key={party.id} matterId={matter.id} party={party} />)}</section>
}

function Party({ matterId, party }: Readonly<{ matterId: string; party: PartyView }>): ReactNode {
  const [shown, setShown] = useState<PartyView | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const current = shown ?? party
  return (
    <div className="party">
      <h3>
        {party.roleName} {party.isConfidential ? <Tag color="orange">保密</Tag> : null}
        {current.isMasked && party.canUnmask ? <Button type="link" size="small" icon={<EyeOutlined />} onClick={() => { setIsAsking(true) }}>查看</Button> : null}
        {shown === null ? null : <Button type="link" size="small" onClick={() => { setShown(null) }}>隐藏</Button>}
      </h3>
      <dl className="fact-list">
        {lines.map(([key, name]) => current[key] === null || current[key] === '' ? null : <div key={key}><dt>{name}</dt><dd>{current[key]}</dd></div>)}
      </dl>
      {current.isMasked && !party.canUnmask ? <p className="is-muted">您无权查看完整信息，或信息已按期限清除。</p> : null}
      <AskReason matterId={matterId} party={party} isOpen={isAsking} onClose={() => { setIsAsking(false) }} onShown={setShown} />
    </div>
  )
}

type AskReasonProps = Readonly<{ matterId: string; party: PartyView; isOpen: boolean; onClose: () => void; onShown: (party: PartyView) => void }>

function AskReason({ matterId, party, isOpen, onClose, onShown }: AskReasonProps): ReactNode {
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const unmask = useMutation({
    mutationFn: () => unmaskParty(matterId, party, reason.trim()),
    onSuccess: (full) => {
      onShown(full)
      onClose()
      void client.invalidateQueries({ queryKey: matterKey(matterId) })
    },
  })
  return (
    <Modal
      open={isOpen} title={`查看${party.roleName}的完整信息`} okText="查看" onCancel={onClose} confirmLoading={unmask.isPending} destroyOnHidden
      okButtonProps={{ disabled: reason.trim().length < 2 }} onOk={() => { unmask.mutate() }}
    >
      <p>查看人、时间和理由将记入本件办理过程和审计记录。</p>
      <Input aria-label="查看理由" placeholder="查看理由，如：电话告知受理结果" maxLength={200} value={reason} onChange={(event) => { setReason(event.target.value) }} onPressEnter={() => { if (reason.trim().length >= 2) unmask.mutate() }} />
      {unmask.isError ? <Failure error={unmask.error} /> : null}
    </Modal>
  )
}
