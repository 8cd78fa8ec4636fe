import type { Example } from '../../engines/procedure/example.ts'
import { appealResponseExamples } from './appeal-response/examples.ts'
import { crimeTransferExamples } from './crime-transfer/examples.ts'
import { fileReviewExamples } from './file-review/examples.ts'
import { leadExamples } from './lead/examples.ts'
import { measureExamples } from './measure/examples.ts'
import { penaltyCaseExamples } from './penalty-case/examples.ts'
import { simpleCaseExamples } from './simple-case/examples.ts'

/** Examples of this domain by procedure. */
export const enforcementExamples: readonly (readonly [string, readonly Example[]])[] = [
  ['lead', leadExamples], ['penalty-case', penaltyCaseExamples], ['measure', measureExamples], ['simple-case', simpleCaseExamples],
  ['crime-transfer', crimeTransferExamples], ['appeal-response', appealResponseExamples], ['file-review', fileReviewExamples],
]
