import type { Example } from '../engines/procedure/example.ts'
import { complaintExamples } from './consumer/complaint/examples.ts'
import { reportExamples } from './consumer/report/examples.ts'
import { workOrderExamples } from './consumer/work-order/examples.ts'
import { creditExamples } from './credit/examples.ts'
import { enforcementExamples } from './enforcement/examples.ts'
import { inspectionExamples } from './inspection/inspection/examples.ts'

/** The examples of each procedure by its id; kept from the running system, read by the pages and the tests. */
export const examplesByProcedure: ReadonlyMap<string, readonly Example[]> = new Map([
  ['complaint', complaintExamples], ['report', reportExamples], ['work-order', workOrderExamples],
  ['inspection', inspectionExamples],
  ...creditExamples,
  ...enforcementExamples,
])
