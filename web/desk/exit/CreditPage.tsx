import { getRouteApi } from '@tanstack/react-router'
import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { PageHeading } from '../parts/PageHeading.tsx'
import { OpeningPanel } from './OpeningPanel.tsx'
import { ScreeningPanel } from './ScreeningPanel.tsx'

const route = getRouteApi('/credit')

/** 名录、修复和退出: opens a matter about an entity, and screens who may be dormant. */
export function CreditPage(): ReactNode {
  const { tab = 'open', on, procedure } = route.useSearch()
  const navigate = route.useNavigate()
  const filter = (change: Readonly<{ tab?: string | undefined; on?: string | undefined; procedure?: string | undefined }>): void => { void navigate({ search: previous => ({ ...previous, ...change }), replace: true }) }
  return (
    <>
      <PageHeading title="名录、修复和退出" />
      <Tabs
        activeKey={tab} destroyOnHidden onChange={(next) => { filter({ tab: next === 'open' ? undefined : next }) }}
        items={[
          { key: 'open', label: '登记办件', children: <OpeningPanel procedure={procedure} onProcedure={(next) => { filter({ procedure: next }) }} /> },
          { key: 'screening', label: '长期停业筛查', children: <ScreeningPanel on={on} onDay={(next) => { filter({ on: next }) }} /> },
        ]}
      />
    </>
  )
}
