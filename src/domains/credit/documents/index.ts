import type { DocumentTemplate } from '../../../engines/procedure/document.ts'
import { exitLetters } from './exit-letters.ts'
import { listLetters } from './list-letters.ts'
import { planLetters } from './plan-letters.ts'
import { repairLetters } from './repair-letters.ts'
import { seriousLetters } from './serious-letters.ts'

/** Every document that lists, repair and exit issue. */
export const creditDocuments: readonly DocumentTemplate[] = [...listLetters, ...seriousLetters, ...repairLetters, ...planLetters, ...exitLetters]
