import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { AccountView } from '../../../src/platform/session/contract.ts'
import { get } from '../../kit/api.ts'
import { momentText } from '../../kit/time-text.ts'
import { FilterText } from '../parts/FilterText.tsx'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { useSession } from '../session/session-context.ts'
import { AccountDrawer } from './AccountDrawer.tsx'
import { NewAccountDrawer } from './NewAccountDrawer.tsx'

const route = getRouteApi('/admin')

const columnsFor = (open: (account: AccountView) => void): readonly Column<AccountView>[] => [
  { key: 'name', title: '姓名', width: 130, isFixed: true, render: account => <Button type="link" size="small" className="inline-link" onClick={() => { open(account) }}>{account.name}</Button> },
  { key: 'login', title: '账号', width: 200, isFixed: true, render: account => account.login },
  { key: 'office', title: '科所', width: 180, render: account => account.officeName },
  { key: 'grants', title: '岗位', isFixed: true, render: account => account.grants.length === 0 ? <span className="is-muted">未授予</span> : account.grants.map(grant => grant.roleName).join('、') },
  { key: 'state', title: '状态', width: 130, render: account => account.isDisabled ? <span className="is-muted">已停用</span> : account.isLocked ? <span className="is-overdue">已锁定</span> : account.hasSecondFactor ? '正常，动态码' : '正常' },
  { key: 'seen', title: '最近使用', width: 132, isWideOnly: true, render: account => account.lastSeenAt === null ? <span className="is-muted">从未登录</span> : momentText(account.lastSeenAt) },
]

/** People with their offices and roles. */
export function AccountsPanel(): ReactNode {
  const { can } = useSession()
  const { q } = route.useSearch()
  const navigate = route.useNavigate()
  const [openId, setOpenId] = useState<string | null>(null)
  const [isAdding, setIsAdding] = useState(false)
  const accounts = useQuery({ queryKey: ['accounts', q], queryFn: () => get<readonly AccountView[]>('/api/accounts', { q }), placeholderData: previous => previous })
  return (
    <>
      <div className="filter-bar">
        <FilterText label="姓名、账号或科所" value={q} onChange={(text) => { void navigate({ search: previous => ({ ...previous, q: text }), replace: true }) }} />
        <span className="is-muted">{accounts.data === undefined ? '' : `${accounts.data.length} 个账号`}</span>
        {can.accounts ? <Button type="primary" onClick={() => { setIsAdding(true) }}>新建账号</Button> : null}
      </div>
      <p className="is-muted">系统管理员建立和停用账号，安全管理员授予岗位、解锁和重置密码，审计管理员查看记录；三者互不兼任，任何人不能给自己授予岗位。</p>
      <RowTable
        name="人员与岗位" rows={accounts.data} rowKey={account => account.id} columns={columnsFor((account) => { setOpenId(account.id) })}
        empty="没有符合条件的账号。" error={accounts.error} retry={() => { void accounts.refetch() }}
      />
      <AccountDrawer account={accounts.data?.find(account => account.id === openId)} onClose={() => { setOpenId(null) }} />
      <NewAccountDrawer isOpen={isAdding} onClose={() => { setIsAdding(false) }} />
    </>
  )
}
