import type { Example } from '../../../engines/procedure/example.ts'
import { changeExamples } from './examples-change.ts'
import { courseExamples } from './examples-course.ts'
import { discretionExamples } from './examples-discretion.ts'
import { elsewhereExamples } from './examples-elsewhere.ts'
import { executionExamples } from './examples-execution.ts'
import { listingExamples } from './examples-listing.ts'
import { longCaseExamples } from './examples-long.ts'
import { shortCaseExamples } from './examples-short.ts'

/** Cases as they happen: read on the procedure's page, run as tests with the schedules of 2020 to 2026. */
export const penaltyCaseExamples: readonly Example[] = [...shortCaseExamples, ...longCaseExamples, ...courseExamples, ...changeExamples, ...executionExamples, ...elsewhereExamples, ...discretionExamples, ...listingExamples]
