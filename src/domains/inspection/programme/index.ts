// What the yearly programme of random inspections offers to the composition.
export { inspectorImport } from './import-inspectors.ts'
export { registerEntryImports } from './import-register-entries.ts'
export { registerBaseRoutes } from './routes-bases.ts'
export { registerPlanningRoutes } from './routes-plans.ts'
export type { ProgrammeServices } from './services.ts'
