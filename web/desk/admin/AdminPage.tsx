import { getRouteApi } from '@tanstack/react-router'
import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { PageHeading } from '../parts/PageHeading.tsx'
import { useSession } from '../session/session-context.ts'
import { AccountsPanel } from './AccountsPanel.tsx'
import { AuditPanel } from './AuditPanel.tsx'
import { CalendarPanel } from './CalendarPanel.tsx'
import { LedgerPanel } from './LedgerPanel.tsx'

const route = getRouteApi('/admin')

/** The work of the three administrators; each sees only their own. */
export function AdminPage(): ReactNode {
  const { can } = useSession()
  const { tab } = route.useSearch()
  const navigate = route.useNavigate()
  const items = [
    ...(can.accounts || can.roles || can.audit ? [{ key: 'accounts', label: '人员与岗位', children: <AccountsPanel /> }] : []),
    ...(can.audit ? [{ key: 'audit', label: '审计', children: <AuditPanel /> }, { key: 'ledger', label: '存证台账', children: <LedgerPanel /> }] : []),
    { key: 'calendar', label: '放假安排', children: <CalendarPanel /> },
  ]
  return (
    <>
      <PageHeading title="管理" />
      <Tabs activeKey={items.some(item => item.key === tab) ? tab ?? '' : items[0]?.key ?? ''} destroyOnHidden items={items} onChange={(key) => { void navigate({ search: { tab: key } }) }} />
    </>
  )
}
