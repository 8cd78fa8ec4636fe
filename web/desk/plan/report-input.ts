import type { TaskReport } from '../../../src/engines/plan/contract.ts'

/** What the form's controls hold. */
export type ReportValues = Readonly<{ progressPercent?: number | null; text?: string; milestoneId?: string | null; evidence?: readonly (Readonly<{ matterNumber?: string; note?: string }> | undefined)[] }>

/** The report to send; empty lines of evidence are left out. */
export function reportOf(values: ReportValues, reportId: string): TaskReport {
  const evidence = (values.evidence ?? []).flatMap((line) => {
    const [matterNumber, note] = [line?.matterNumber?.trim() ?? '', line?.note?.trim() ?? '']
    return matterNumber === '' && note === '' ? [] : [{ ...(matterNumber === '' ? {} : { matterNumber }), ...(note === '' ? {} : { note }) }]
  })
  return {
    reportId, progressPercent: values.progressPercent ?? 0, text: values.text?.trim() ?? '',
    ...(values.milestoneId === undefined || values.milestoneId === null ? {} : { milestoneId: values.milestoneId }), ...(evidence.length === 0 ? {} : { evidence }),
  }
}
