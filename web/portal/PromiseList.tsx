import type { PortalForms } from '../../src/domains/consumer/contract.ts'
import { UnverifiedMark } from '../kit/CitationText.tsx'

/** What the law and the bureau promise, each with its source. */
export function PromiseList({ promises }: Readonly<{ promises: PortalForms['promises']['complaint'] }>) {
  if (promises.length === 0) return null
  return (
    <ul className="promises">
      {promises.map(({ says, cite, isVerified }) => (
        <li key={`${says}${cite}`}>{says}<span className="citation">（{cite}）{isVerified ? null : <UnverifiedMark />}</span></li>
      ))}
    </ul>
  )
}
