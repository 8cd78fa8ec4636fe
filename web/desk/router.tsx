import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Frame } from './frame/Frame.tsx'
import { NotFoundPage } from './frame/NotFoundPage.tsx'
import { PageFailure } from './frame/PageFailure.tsx'
import { textFilters } from './parts/text-filters.ts'
import { WorklistPage } from './worklist/WorklistPage.tsx'

const root = createRootRoute({ component: Frame, notFoundComponent: NotFoundPage, errorComponent: PageFailure })

export const worklistRoute = createRoute({ getParentRoute: () => root, path: '/', component: WorklistPage, validateSearch: textFilters('view', 'procedure', 'q') })

export const matterListRoute = createRoute({
  getParentRoute: () => root, path: '/matters',
  validateSearch: textFilters('procedure', 'state', 'office', 'town', 'q', 'receivedFrom', 'receivedUntil', 'entityId', 'closed'),
  component: lazyRouteComponent(() => import('./matters/MatterListPage.tsx'), 'MatterListPage'),
})

export const router = createRouter({
  basepath: '/desk',
  routeTree: root.addChildren([worklistRoute, matterListRoute]),
  defaultPreload: false,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  // The library's own way to make links typed is an interface to extend.
  interface Register { router: typeof router }
}
