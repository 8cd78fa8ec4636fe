import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Frame } from './frame/Frame.tsx'
import { NotFoundPage } from './frame/NotFoundPage.tsx'
import { PageFailure } from './frame/PageFailure.tsx'
import { textFilters } from './parts/text-filters.ts'
import { WorklistPage } from './worklist/WorklistPage.tsx'

const root = createRootRoute({ component: Frame, notFoundComponent: NotFoundPage, errorComponent: PageFailure })

export const worklistRoute = createRoute({ getParentRoute: () => root, path: '/', component: WorklistPage, validateSearch: textFilters('view', 'procedure', 'office', 'q') })

export const matterListRoute = createRoute({
  getParentRoute: () => root, path: '/matters',
  validateSearch: textFilters('procedure', 'state', 'office', 'town', 'q', 'receivedFrom', 'receivedUntil', 'entityId', 'closed'),
  component: lazyRouteComponent(() => import('./matters/MatterListPage.tsx'), 'MatterListPage'),
})

export const matterRoute = createRoute({
  getParentRoute: () => root, path: '/matters/$matterId',
  component: lazyRouteComponent(() => import('./matter/MatterPage.tsx'), 'MatterPage'),
})

export const entityListRoute = createRoute({
  getParentRoute: () => root, path: '/entities', validateSearch: textFilters('q', 'kind', 'status', 'town'),
  component: lazyRouteComponent(() => import('./entities/EntityListPage.tsx'), 'EntityListPage'),
})

export const entityRoute = createRoute({
  getParentRoute: () => root, path: '/entities/$entityId', validateSearch: textFilters('tab'),
  component: lazyRouteComponent(() => import('./entities/EntityFilePage.tsx'), 'EntityFilePage'),
})

export const intakeRoute = createRoute({ getParentRoute: () => root, path: '/intake', component: lazyRouteComponent(() => import('./intake/IntakePage.tsx'), 'IntakePage') })

export const exchangeRoute = createRoute({
  getParentRoute: () => root, path: '/exchange', validateSearch: textFilters('kind', 'run'),
  component: lazyRouteComponent(() => import('./exchange/ExchangePage.tsx'), 'ExchangePage'),
})

export const lawRoute = createRoute({
  getParentRoute: () => root, path: '/law', validateSearch: textFilters('on', 'q', 'verified'),
  component: lazyRouteComponent(() => import('./admin/LawPage.tsx'), 'LawPage'),
})

export const adminRoute = createRoute({
  getParentRoute: () => root, path: '/admin', validateSearch: textFilters('tab', 'q', 'type', 'account', 'subject', 'from', 'until'),
  component: lazyRouteComponent(() => import('./admin/AdminPage.tsx'), 'AdminPage'),
})

export const router = createRouter({
  basepath: '/desk',
  routeTree: root.addChildren([worklistRoute, matterListRoute, matterRoute, entityListRoute, entityRoute, intakeRoute, exchangeRoute, lawRoute, adminRoute]),
  defaultPreload: false,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  // The library's own way to make links typed is an interface to extend.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Register { router: typeof router }
}
