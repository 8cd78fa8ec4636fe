import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { LinkButton } from '../parts/LinkButton.tsx'
import { PageHeading } from '../parts/PageHeading.tsx'
import { ScreeningPanel } from './ScreeningPanel.tsx'

const route = getRouteApi('/credit')

/** 长期停业筛查: who may be dormant. Lists, repair and exit are opened like every other matter. */
export function CreditPage(): ReactNode {
  const { on } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <>
      <PageHeading title="长期停业筛查"><LinkButton to="/open">登记名录、修复和退出办件</LinkButton></PageHeading>
      <ScreeningPanel on={on} onDay={(next) => { void navigate({ search: next === undefined ? {} : { on: next }, replace: true }) }} />
    </>
  )
}
