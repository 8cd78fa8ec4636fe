import type { DocumentTemplate } from '../../../engines/procedure/document.ts'
import { appealPapers } from './appeal-papers.ts'
import { crimePapers } from './crime-papers.ts'
import { decisionPapers, executionPapers } from './decision-papers.ts'
import { gainsPapers } from './gains-papers.ts'
import { hearingCoursePapers } from './hearing-course-papers.ts'
import { hearingPapers } from './hearing-papers.ts'
import { investigationPapers } from './investigation-papers.ts'
import { leadPapers } from './lead-papers.ts'
import { measurePapers } from './measure-papers.ts'
import { reviewPapers } from './review-papers.ts'
import { simplePapers } from './simple-papers.ts'
import { suspensionPapers } from './suspension-papers.ts'

/** Documents of enforcement, from the filing to the archive. */
export const enforcementDocuments: readonly DocumentTemplate[] = [...leadPapers, ...investigationPapers, ...measurePapers, ...hearingPapers, ...hearingCoursePapers, ...suspensionPapers, ...decisionPapers, ...executionPapers, ...simplePapers, ...crimePapers, ...gainsPapers, ...appealPapers, ...reviewPapers]
