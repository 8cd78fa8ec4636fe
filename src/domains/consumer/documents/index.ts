import type { DocumentTemplate } from '../../../engines/procedure/document.ts'
import { complaintAcceptance, complaintRefusal, mediationTermination } from './complaint-notices.ts'
import { mediationAgreement } from './mediation-agreement.ts'
import { reportFilingNotice, rewardNotice } from './report-notices.ts'
import { workOrderReply } from './work-order-reply.ts'

/** Every document that complaints, reports and work orders issue. */
export const consumerDocuments: readonly DocumentTemplate[] = [
  complaintAcceptance, complaintRefusal, mediationTermination, mediationAgreement, reportFilingNotice, rewardNotice, workOrderReply,
]
