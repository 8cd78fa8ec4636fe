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

export const indicatorBoardRoute = createRoute({
  getParentRoute: () => root, path: '/indicators', validateSearch: textFilters('asOf', 'year', 'town', 'office', 'status'),
  component: lazyRouteComponent(() => import('./indicators/IndicatorBoardPage.tsx'), 'IndicatorBoardPage'),
})

export const indicatorRoute = createRoute({
  getParentRoute: () => root, path: '/indicators/$indicatorId', validateSearch: textFilters('asOf', 'year', 'town', 'office', 'grain'),
  component: lazyRouteComponent(() => import('./indicators/IndicatorPage.tsx'), 'IndicatorPage'),
})

export const indicatorRowsRoute = createRoute({
  getParentRoute: () => root, path: '/indicators/$indicatorId/rows', validateSearch: textFilters('part', 'asOf', 'year', 'from', 'until', 'town', 'office'),
  component: lazyRouteComponent(() => import('./indicators/IndicatorRowsPage.tsx'), 'IndicatorRowsPage'),
})

export const qualityRoute = createRoute({
  getParentRoute: () => root, path: '/quality', validateSearch: textFilters('year', 'office'),
  component: lazyRouteComponent(() => import('./quality/QualityPage.tsx'), 'QualityPage'),
})

export const qualityRowsRoute = createRoute({
  getParentRoute: () => root, path: '/quality/$figureId', validateSearch: textFilters('year', 'office', 'part', 'what'),
  component: lazyRouteComponent(() => import('./quality/QualityRowsPage.tsx'), 'QualityRowsPage'),
})

export const fileReviewListRoute = createRoute({
  getParentRoute: () => root, path: '/file-reviews', validateSearch: textFilters('year', 'tab'),
  component: lazyRouteComponent(() => import('./file-review/FileReviewsPage.tsx'), 'FileReviewsPage'),
})

export const fileReviewRoute = createRoute({
  getParentRoute: () => root, path: '/file-reviews/$reviewId', component: lazyRouteComponent(() => import('./file-review/FileReviewPage.tsx'), 'FileReviewPage'),
})

export const noPenaltyRoute = createRoute({
  getParentRoute: () => root, path: '/no-penalty', validateSearch: textFilters('year', 'office'),
  component: lazyRouteComponent(() => import('./no-penalty/NoPenaltyPage.tsx'), 'NoPenaltyPage'),
})

export const noPenaltyRowsRoute = createRoute({
  getParentRoute: () => root, path: '/no-penalty/rows', validateSearch: textFilters('year', 'month', 'office', 'leniency', 'ground', 'item', 'circumstance'),
  component: lazyRouteComponent(() => import('./no-penalty/NoPenaltyRowsPage.tsx'), 'NoPenaltyRowsPage'),
})

export const planRoute = createRoute({
  getParentRoute: () => root, path: '/plan', validateSearch: textFilters('tab', 'asOf', 'light', 'office', 'q', 'month'),
  component: lazyRouteComponent(() => import('./plan/PlanPage.tsx'), 'PlanPage'),
})

export const planTaskRoute = createRoute({
  getParentRoute: () => root, path: '/plan/tasks/$taskId', validateSearch: textFilters('asOf'),
  component: lazyRouteComponent(() => import('./plan/TaskPage.tsx'), 'TaskPage'),
})

export const evaluationRoute = createRoute({
  getParentRoute: () => root, path: '/plan/evaluation', validateSearch: textFilters('asOf'),
  component: lazyRouteComponent(() => import('./plan/EvaluationPage.tsx'), 'EvaluationPage'),
})

export const drawListRoute = createRoute({
  getParentRoute: () => root, path: '/draws', validateSearch: textFilters('year'),
  component: lazyRouteComponent(() => import('./draws/DrawsPage.tsx'), 'DrawsPage'),
})

export const drawWizardRoute = createRoute({
  getParentRoute: () => root, path: '/draws/new', validateSearch: textFilters('plan', 'task', 'order'),
  component: lazyRouteComponent(() => import('./draws/DrawWizardPage.tsx'), 'DrawWizardPage'),
})

export const drawRoute = createRoute({ getParentRoute: () => root, path: '/draws/$drawId', component: lazyRouteComponent(() => import('./draws/DrawPage.tsx'), 'DrawPage') })

export const inspectionPlanListRoute = createRoute({
  getParentRoute: () => root, path: '/inspection-plans', component: lazyRouteComponent(() => import('./inspection-programme/PlanListPage.tsx'), 'PlanListPage'),
})

export const inspectionPlanRoute = createRoute({
  getParentRoute: () => root, path: '/inspection-plans/$planId', component: lazyRouteComponent(() => import('./inspection-programme/YearPlanPage.tsx'), 'YearPlanPage'),
})

export const inspectionItemsRoute = createRoute({
  getParentRoute: () => root, path: '/inspection-items', validateSearch: textFilters('q', 'level', 'kind', 'retired', 'item'),
  component: lazyRouteComponent(() => import('./inspection-programme/ItemsPage.tsx'), 'ItemsPage'),
})

export const inspectionObjectsRoute = createRoute({
  getParentRoute: () => root, path: '/inspection-objects', component: lazyRouteComponent(() => import('./inspection-programme/ObjectsPage.tsx'), 'ObjectsPage'),
})

export const inspectionObjectKindRoute = createRoute({
  getParentRoute: () => root, path: '/inspection-objects/$kind', validateSearch: textFilters('town', 'class', 'q'),
  component: lazyRouteComponent(() => import('./inspection-programme/ObjectsPage.tsx'), 'ObjectKindPage'),
})

export const inspectorsRoute = createRoute({
  getParentRoute: () => root, path: '/inspectors', validateSearch: textFilters('q', 'department', 'state', 'person'),
  component: lazyRouteComponent(() => import('./inspection-programme/InspectorsPage.tsx'), 'InspectorsPage'),
})

export const assessmentRoute = createRoute({
  getParentRoute: () => root, path: '/risk', validateSearch: textFilters('tab'),
  component: lazyRouteComponent(() => import('./assessment/AssessmentPage.tsx'), 'AssessmentPage'),
})

export const assessedListRoute = createRoute({
  getParentRoute: () => root, path: '/risk/entities', validateSearch: textFilters('class', 'town'),
  component: lazyRouteComponent(() => import('./assessment/AssessedListPage.tsx'), 'AssessedListPage'),
})

export const publicationsRoute = createRoute({
  getParentRoute: () => root, path: '/publications', validateSearch: textFilters('tab', 'kind', 'q'),
  component: lazyRouteComponent(() => import('./publications/PublicationsPage.tsx'), 'PublicationsPage'),
})

export const creditRoute = createRoute({
  getParentRoute: () => root, path: '/credit', validateSearch: textFilters('on'),
  component: lazyRouteComponent(() => import('./exit/CreditPage.tsx'), 'CreditPage'),
})

export const openingRoute = createRoute({
  getParentRoute: () => root, path: '/open', validateSearch: textFilters('procedure'),
  component: lazyRouteComponent(() => import('./opening/OpeningPage.tsx'), 'OpeningPage'),
})

export const router = createRouter({
  basepath: '/desk',
  routeTree: root.addChildren([
    worklistRoute, matterListRoute, matterRoute, entityListRoute, entityRoute, intakeRoute, exchangeRoute, lawRoute, adminRoute,
    publicationsRoute, creditRoute, openingRoute, indicatorBoardRoute, indicatorRoute, indicatorRowsRoute, qualityRoute, qualityRowsRoute, fileReviewListRoute, fileReviewRoute, noPenaltyRoute, noPenaltyRowsRoute, planRoute, planTaskRoute, evaluationRoute, assessmentRoute, assessedListRoute,
    drawListRoute, drawWizardRoute, drawRoute, inspectionPlanListRoute, inspectionPlanRoute, inspectionItemsRoute, inspectionObjectsRoute, inspectionObjectKindRoute, inspectorsRoute,
  ]),
  defaultPreload: false,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  // The library's own way to make links typed is an interface to extend.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Register { router: typeof router }
}
