import type { ReactNode } from 'react'
import type { RefusalView } from '../../src/engines/procedure/contract.ts'
import { CitationText } from './CitationText.tsx'

/** Why something may not be done, by which article, and what to do instead. */
export function RefusalNotice({ refusal }: Readonly<{ refusal: RefusalView }>): ReactNode {
  return (
    <div className="refusal-notice" role="alert">
      <p><strong>{refusal.says}</strong></p>
      {refusal.cite === undefined ? null : <p>依据：<CitationText cite={refusal.cite} /></p>}
      {refusal.do === '' ? null : <p className="refusal-do">可以这样做：{refusal.do}</p>}
    </div>
  )
}
