import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { MatterView } from '../../../src/engines/procedure/contract.ts'
import { Failure } from '../parts/Failure.tsx'
import { AttachmentList } from './AttachmentList.tsx'
import { ClockList } from './ClockList.tsx'
import { DocumentList } from './DocumentList.tsx'
import { FactList } from './FactList.tsx'
import { FactTables } from './FactTables.tsx'
import { LinkList } from './LinkList.tsx'
import { matterKey, readMatter } from './matter-api.ts'
import { MatterHeader } from './MatterHeader.tsx'
import { PartyList } from './PartyList.tsx'
import { ProposalPanel } from './ProposalPanel.tsx'
import { StepPanel } from './StepPanel.tsx'
import { TimelineList } from './TimelineList.tsx'

const route = getRouteApi('/matters/$matterId')

/** One matter: what is known, what happened, what may be done now. Prints as the record of the whole process. */
export function MatterPage(): ReactNode {
  const { matterId } = route.useParams()
  const matter = useQuery({ queryKey: matterKey(matterId), queryFn: () => readMatter(matterId) })
  if (matter.isError) return <Failure error={matter.error} retry={() => { void matter.refetch() }} />
  if (matter.data === undefined) return <Skeleton active paragraph={{ rows: 12 }} />
  return <MatterBody key={matterId} matter={matter.data} />
}

function MatterBody({ matter }: Readonly<{ matter: MatterView }>): ReactNode {
  return (
    <article className="matter">
      <MatterHeader matter={matter} />
      <div className="matter-columns">
        <div className="matter-facts">
          <FactList matter={matter} />
          <PartyList matter={matter} />
          <DocumentList matter={matter} />
          <AttachmentList matter={matter} />
          <LinkList matter={matter} />
        </div>
        <div className="matter-course">
          <FactTables matter={matter} />
          <TimelineList entries={matter.timeline} />
        </div>
        <div className="matter-now">
          <ProposalPanel matter={matter} />
          <StepPanel matter={matter} />
          <ClockList clocks={matter.clocks} />
        </div>
      </div>
    </article>
  )
}
