import { matterImports, registerIntakeRoutes, registerPortalRoutes } from '../../domains/consumer/index.ts'
import { missingReportsImport, registerCreditRoutes } from '../../domains/credit/index.ts'
import { registerEnforcementRoutes } from '../../domains/enforcement/index.ts'
import { registerFieldRoutes, registerVisitCheckRoutes } from '../../domains/inspection/index.ts'
import { inspectorImport, registerBaseRoutes, registerEntryImports, registerPlanningRoutes } from '../../domains/inspection/programme/index.ts'
import { planIndicators } from '../../domains/governance/indicators/catalogue.ts'
import { qualityFigures } from '../../domains/governance/quality/figures.ts'
import { entityExport, entityImport, formatCapital, industryName } from '../../domains/market-entry/index.ts'
import { registerAssessmentRoutes } from '../../engines/assessment/routes.ts'
import { registerDrawRoutes } from '../../engines/draw/held/routes.ts'
import { matterExport } from '../../engines/exchange/export-matters.ts'
import { reportedValueImport } from '../../engines/indicator/import-reported-value.ts'
import { registerIndicatorPortalRoutes } from '../../engines/indicator/routes-portal.ts'
import { registerQualityRoutes } from '../../engines/indicator/routes-quality.ts'
import { registerIndicatorRoutes } from '../../engines/indicator/routes.ts'
import { openImportJobs } from '../../engines/exchange/import-jobs.ts'
import { registerExchangeRoutes } from '../../engines/exchange/routes.ts'
import { registerPlanRoutes } from '../../engines/plan/routes.ts'
import { registerOpeningRoutes } from '../../engines/procedure/routes-open.ts'
import { registerDocumentCheckRoutes } from '../../engines/procedure/routes-portal.ts'
import { registerProcedureRoutes } from '../../engines/procedure/routes.ts'
import { registerPublicationPortalRoutes } from '../../engines/publication/routes-portal.ts'
import { registerPublicationRoutes } from '../../engines/publication/routes.ts'
import { registerRegisterRoutes } from '../../engines/register/routes.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { registerLedgerRoutes } from '../../platform/ledger/routes.ts'
import { assessmentServicesOf } from '../assessment-services.ts'
import { indicatorServicesOf } from '../indicator-services.ts'
import { planServicesOf } from '../plan-services.ts'
import { drawServicesOf, programmeServicesOf } from '../programme-services.ts'
import { publicationServicesOf } from '../publication-services.ts'
import type { Services } from '../services.ts'
import { verifyHistory } from '../verify-history.ts'
import { registerAccountRoutes } from './accounts.ts'
import { registerCalendarRoutes } from './calendar.ts'
import { registerLawRoutes } from './law.ts'
import { registerPlaceRoutes } from './places.ts'
import { registerSessionRoutes } from './session.ts'
import { registerSetupRoutes } from './setup.ts'

/** Mounts every route module of the system. */
export function mountRoutes(app: HttpApp, services: Services): void {
  registerSetupRoutes(app, services)
  registerSessionRoutes(app, services)
  registerAccountRoutes(app, services)
  registerPlaceRoutes(app, services)
  registerCalendarRoutes(app, services)
  registerLawRoutes(app)
  registerLedgerRoutes(app, { ...services, verify: verifyHistory })
  const { business } = services
  registerProcedureRoutes(app, business)
  registerOpeningRoutes(app, business)
  registerDocumentCheckRoutes(app, business)
  registerIntakeRoutes(app, business)
  registerPortalRoutes(app, business)
  registerCreditRoutes(app, business)
  registerEnforcementRoutes(app, business)
  registerFieldRoutes(app, business)
  registerVisitCheckRoutes(app, business)
  registerRegisterRoutes(app, { ...services, procedures: business.procedures, industryName, formatCapital })
  const indicators = indicatorServicesOf(services)
  registerIndicatorRoutes(app, indicators)
  registerIndicatorPortalRoutes(app, indicators)
  registerQualityRoutes(app, { ...indicators, quality: qualityFigures })
  registerPlanRoutes(app, planServicesOf(services))
  registerAssessmentRoutes(app, assessmentServicesOf(services))
  registerPublicationPortalRoutes(app, publicationServicesOf(services))
  registerPublicationRoutes(app, publicationServicesOf(services))
  registerDrawRoutes(app, drawServicesOf(services))
  registerBaseRoutes(app, programmeServicesOf(services))
  registerPlanningRoutes(app, programmeServicesOf(services))
  mountExchange(app, services)
}

/** An import that runs when the server closes is waited for. */
function mountExchange(app: HttpApp, services: Services): void {
  const onError = (error: unknown, name: string): void => services.log.error({ err: error, work: name }, 'background work failed')
  const jobs = openImportJobs({ ...services, onError })
  app.addHook('onClose', () => jobs.idle())
  registerExchangeRoutes(app, { ...services, onError, jobs, imports: [entityImport, reportedValueImport(planIndicators), ...matterImports(services.business), missingReportsImport(services.business), ...registerEntryImports, inspectorImport], exports: [entityExport, matterExport(services.business)] })
}
