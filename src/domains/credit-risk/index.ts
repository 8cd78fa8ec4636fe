export { creditRisk } from './model.ts'
export { publishedInspections } from './published-inspections.ts'
