import type { PortalForms } from '../../../src/domains/consumer/contract.ts'
import type { CalendarDate } from '../../../src/kernel/calendar-date.ts'
import { asksForRedress } from './check-draft.ts'
import { FilesStep } from './FilesStep.tsx'
import type { StepProps } from './FormField.tsx'
import type { DraftFiles } from './use-draft-files.ts'
import { WhatStep } from './WhatStep.tsx'
import { WhenStep } from './WhenStep.tsx'
import { WhomStep } from './WhomStep.tsx'
import { WhoStep } from './WhoStep.tsx'

type StepFieldsProps = StepProps & Readonly<{ step: number; forms: PortalForms; draftFiles: DraftFiles; today: CalendarDate; goTo: (step: number) => void }>

const COMPLAINT_PAPERS = '小票、付款记录、商品照片、和商家的聊天截图，都有助于解决问题。没有也可以继续。'
const REPORT_PAPERS = '现场照片、商品照片、广告截图，都有助于查实。没有也可以继续。'

/** The fields of one step. */
export function StepFields({ step, draft, change, faults, forms, draftFiles, today, goTo }: StepFieldsProps) {
  const common = { draft, change, faults }
  if (step === 1) return <WhomStep {...common} />
  if (step === 2) return <WhatStep {...common} categories={forms.categories} />
  if (step === 3) return <WhenStep {...common} today={today} />
  if (step === 4) return <FilesStep draftFiles={draftFiles} rules={forms.acceptedFiles} says={asksForRedress(draft) ? COMPLAINT_PAPERS : REPORT_PAPERS} onAdded={() => { change({ hasFiles: true }) }} />
  return <WhoStep {...common} forms={forms} files={draftFiles.files} goTo={goTo} />
}
