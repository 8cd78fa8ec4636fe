import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PageHeading } from '../parts/PageHeading.tsx'
import { OpeningPanel } from './OpeningPanel.tsx'

const route = getRouteApi('/open')

/** 登记办件: opens a matter by hand, one form for each kind. */
export function OpeningPage(): ReactNode {
  const { procedure } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <>
      <PageHeading title="登记办件" />
      <OpeningPanel procedure={procedure} onProcedure={(next) => { void navigate({ search: next === undefined ? {} : { procedure: next }, replace: true }) }} />
    </>
  )
}
