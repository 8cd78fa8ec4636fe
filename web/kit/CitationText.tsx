import type { ReactNode } from 'react'
import type { CitationView } from '../../src/engines/procedure/contract.ts'

/** Where a rule stands in the law; an unverified value says so. */
export function CitationText({ cite, isVerified = true }: Readonly<{ cite: CitationView; isVerified?: boolean }>): ReactNode {
  return (
    <span className="citation">
      {cite.text === '' ? `${cite.instrument} ${cite.article}` : cite.text}
      {isVerified ? null : <UnverifiedMark />}
    </span>
  )
}

export function UnverifiedMark(): ReactNode {
  return <span className="unverified-mark" title="该数值尚未与法规原文逐字核对">未核验</span>
}
