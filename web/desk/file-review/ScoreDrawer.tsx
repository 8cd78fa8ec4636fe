import { useMutation } from '@tanstack/react-query'
import { App, Button, Drawer } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { DrawnFileView, FileReviewSheet } from '../../../src/domains/enforcement/contract.ts'
import type { MatterView } from '../../../src/engines/procedure/contract.ts'
import { takeStep } from '../matter/matter-api.ts'
import { Failure } from '../parts/Failure.tsx'
import { ColleaguesPicker } from '../parts/pickers.tsx'
import { deductionsOf, outlookOf } from './score-draft.ts'
import type { ItemDraft, ScoreDraft } from './score-draft.ts'
import { ScoreRows } from './ScoreRows.tsx'

type DrawerProps = Readonly<{ sheet: FileReviewSheet; matter: MatterView; file: DrawnFileView; onClose: () => void; onDone: () => void }>

const LEAST_SCORERS = 2

/** The sheet by which one drawn file is scored; what is left empty loses nothing. */
export function ScoreDrawer({ sheet, matter, file, onClose, onDone }: DrawerProps): ReactNode {
  const { message } = App.useApp()
  const [draft, setDraft] = useState<ScoreDraft>({})
  const [scorers, setScorers] = useState<readonly string[]>([])
  const [stepId] = useState(() => crypto.randomUUID())
  const { deductions, fault } = deductionsOf(sheet.items, draft)
  const outlook = outlookOf(deductions, sheet)
  const missing = scorers.length < LEAST_SCORERS ? '请选择两名以上评查人员' : fault
  const score = useMutation({
    mutationFn: () => takeStep(matter, 'scoreFile', { stepId, input: { reviewedCase: file.caseNumber, scorers, ...(deductions.length === 0 ? {} : { deductions }) } }),
    onSuccess: () => { message.success(`${file.caseNumber}已评查`); onDone(); onClose() },
    onError: onDone,
  })
  const put = (item: string, next: ItemDraft): void => { setDraft(previous => ({ ...previous, [item]: next })) }
  const footer = (
    <div className="score-outlook">
      <output><strong>{outlook.score}分</strong> {outlook.className}{outlook.vetoLabel === null ? '' : `（否决项“${outlook.vetoLabel}”扣完）`}<br /><span className="is-muted">{missing ?? '提交后不能更改'}</span></output>
      <Button type="primary" disabled={missing !== null} loading={score.isPending} onClick={() => { score.mutate() }}>提交评查结果</Button>
    </div>
  )
  return (
    <Drawer open onClose={onClose} title={`评查 ${file.caseNumber}`} size={760} footer={footer}>
      <p className="is-muted">{file.officeName}。每项满分如表，只填扣分的项目；两人以上评查，办案人员不得评查本案。</p>
      <div className="review-section"><label htmlFor="scorers">评查人员</label><ColleaguesPicker id="scorers" value={scorers} onChange={setScorers} without={file.handlers} /></div>
      <table className="score-sheet">
        <caption className="visually-hidden">评查项目</caption>
        <thead><tr><th scope="col">评查项目</th><th scope="col" style={{ width: 96 }}>扣分</th><th scope="col" style={{ width: '42%' }}>存在的问题</th></tr></thead>
        <ScoreRows items={sheet.items} draft={draft} onChange={put} />
      </table>
      {score.isError ? <Failure error={score.error} /> : null}
    </Drawer>
  )
}
