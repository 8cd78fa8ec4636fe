import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Popconfirm, Space } from 'antd'
import type { ReactNode } from 'react'
import type { AccountView, RoleGrantView } from '../../../src/platform/session/contract.ts'
import { post, remove } from '../../kit/api.ts'
import { momentText } from '../../kit/time-text.ts'
import { Failure } from '../parts/Failure.tsx'
import { useOffices, useTowns } from '../parts/pickers.tsx'
import { useSession } from '../session/session-context.ts'
import { GrantForm } from './GrantForm.tsx'
import { InitialPassword } from './InitialPassword.tsx'

const ADMINISTRATORS: ReadonlySet<string> = new Set(['system-administrator', 'security-administrator', 'audit-administrator'])

type AccountAct = 'disable' | 'enable' | 'unlock' | 'agree-to-reset' | 'reset-password'

/** One account: its state, its roles and what this administrator may change. */
export function AccountDrawer({ account, onClose }: Readonly<{ account: AccountView | undefined; onClose: () => void }>): ReactNode {
  return (
    <Drawer open={account !== undefined} onClose={onClose} title={account === undefined ? '' : `${account.name}（${account.login}）`} size={520} destroyOnHidden>
      {account === undefined ? null : <AccountBody key={account.id} account={account} />}
    </Drawer>
  )
}

function AccountBody({ account }: Readonly<{ account: AccountView }>): ReactNode {
  const { can } = useSession()
  const client = useQueryClient()
  const refresh = (): void => { void client.invalidateQueries({ queryKey: ['accounts'] }) }
  const act = useMutation({ mutationFn: (name: AccountAct) => post<{ initialPassword?: string }>(`/api/accounts/${account.id}/${name}`, {}), onSuccess: refresh })
  const button = (name: AccountAct, text: string, asks: string): ReactNode => (
    <Popconfirm title={asks} okText={text} onConfirm={() => { act.mutate(name) }}><Button loading={act.isPending && act.variables === name}>{text}</Button></Popconfirm>
  )
  return (
    <>
      <dl className="fact-list">
        <div><dt>科所</dt><dd>{account.officeName}</dd></div>
        <div><dt>执法证</dt><dd>{account.certificateNo === null ? '未登记' : `${account.certificateNo}${account.certificateUntil === null ? '' : `，有效期至 ${account.certificateUntil}`}`}</dd></div>
        {account.legalQualificationNo === null ? null : <div><dt>法律职业资格</dt><dd>{account.legalQualificationNo}</dd></div>}
        <div><dt>登录</dt><dd>{account.lastSeenAt === null ? '从未登录' : `最近 ${momentText(account.lastSeenAt)}`}，当前 {account.activeSessions} 处登录，{account.hasSecondFactor ? '已' : '未'}绑定动态码</dd></div>
      </dl>
      <Space wrap className="account-acts">
        {can.accounts ? account.isDisabled ? button('enable', '启用账号', '启用后可以重新登录。') : button('disable', '停用账号', '停用后立即退出所有登录。') : null}
        {can.roles && account.isLocked ? button('unlock', '解除锁定', '解除后可以立即登录。') : null}
        {account.grants.some(grant => ADMINISTRATORS.has(grant.role)) ? button('agree-to-reset', '同意重置密码', '管理员的密码须经另一名管理员同意才能重置，同意在24小时内有效。') : null}
        {can.roles ? button('reset-password', '重置密码', '原密码立即失效，生成新的初始密码。') : null}
      </Space>
      {act.isError ? <Failure error={act.error} /> : null}
      {act.isSuccess && act.data.initialPassword !== undefined ? <InitialPassword name={account.name} login={account.login} password={act.data.initialPassword} onDone={() => { act.reset() }} /> : null}
      <h2>岗位（{account.grants.length}）</h2>
      {account.grants.length === 0 ? <p className="is-muted">还没有授予岗位，登录后看不到业务。</p> : null}
      <ul className="paper-list">{account.grants.map(grant => <Grant key={grant.id} account={account} grant={grant} onDone={refresh} />)}</ul>
      {can.roles ? <GrantForm account={account} onDone={refresh} /> : null}
    </>
  )
}

function Grant({ account, grant, onDone }: Readonly<{ account: AccountView; grant: RoleGrantView; onDone: () => void }>): ReactNode {
  const { can } = useSession()
  const offices = useOffices().data ?? []
  const towns = useTowns().data ?? []
  const revoke = useMutation({ mutationFn: () => remove(`/api/accounts/${account.id}/grants/${grant.id}`), onSuccess: onDone })
  const officeText = scopeText(grant.offices, new Map(offices.map(office => [office.id, office.name])), '全局')
  const townText = scopeText(grant.towns, new Map(towns.map(town => [town.code, town.name])), '全部镇街')
  return (
    <li>
      <strong>{grant.roleName}</strong>{' '}
      {can.roles ? <Popconfirm title={`收回${grant.roleName}？该人员将退出登录。`} okText="收回" onConfirm={() => { revoke.mutate() }}><Button type="link" size="small" danger loading={revoke.isPending}>收回</Button></Popconfirm> : null}
      <span className="is-muted">{officeText} · {townText} · {grant.grantedBy} 于 {momentText(grant.grantedAt)} 授予</span>
      {revoke.isError ? <Failure error={revoke.error} /> : null}
    </li>
  )
}

function scopeText(ids: readonly string[], names: ReadonlyMap<string, string>, all: string): string {
  return ids.includes('*') ? all : ids.map(id => names.get(id) ?? id).join('、')
}
