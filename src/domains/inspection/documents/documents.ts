import type { DocumentTemplate } from '../../../engines/procedure/document.ts'
import { inspectionNotice } from './inspection-notice.ts'
import { inspectionRecord } from './inspection-record.ts'
import { rectificationOrder } from './rectification-order.ts'

/** Every document that an inspection issues. */
export const inspectionDocuments: readonly DocumentTemplate[] = [inspectionNotice, inspectionRecord, rectificationOrder]
