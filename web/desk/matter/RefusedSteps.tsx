import { StopOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { StepOffer } from '../../../src/engines/procedure/contract.ts'
import { CitationText } from '../../kit/CitationText.tsx'

type Refused = Extract<StepOffer, { isPermitted: false }>

const isForOthers = ({ refusal }: Refused): boolean => refusal.code === 'procedure.role-required'

/** The steps that may not be taken: first those the matter or the law holds back, then those of other roles. */
export function RefusedSteps({ offers, isOpen, isSearching }: Readonly<{ offers: readonly Refused[]; isOpen: boolean; isSearching: boolean }>): ReactNode {
  return (
    <>
      <RefusedGroup title="暂不能办理" offers={offers.filter(offer => !isForOthers(offer))} isOpen={isOpen || isSearching} />
      <RefusedGroup title="由其他岗位办理" offers={offers.filter(isForOthers)} isOpen={isSearching} />
    </>
  )
}

function RefusedGroup({ title, offers, isOpen }: Readonly<{ title: string; offers: readonly Refused[]; isOpen: boolean }>): ReactNode {
  if (offers.length === 0) return null
  return (
    <details className="refused-steps" key={String(isOpen)} open={isOpen}>
      <summary>{title}（{offers.length}）</summary>
      {offers.map(({ step, name, refusal }) => (
        <div key={step} className="refused-step">
          <h3><StopOutlined aria-hidden /> {name}</h3>
          <p>{refusal.says}{refusal.cite === undefined ? null : <> <CitationText cite={refusal.cite} /></>}</p>
          {refusal.do === '' ? null : <p className="refused-do">{refusal.do}</p>}
        </div>
      ))}
    </details>
  )
}
