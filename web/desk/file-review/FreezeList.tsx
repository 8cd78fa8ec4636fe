import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { FileReviewSheet } from '../../../src/domains/enforcement/contract.ts'
import type { MatterView } from '../../../src/engines/procedure/contract.ts'
import { takeStep } from '../matter/matter-api.ts'
import { Failure } from '../parts/Failure.tsx'
import { ClosedFilesTable } from './ClosedFilesTable.tsx'
import { readClosedFiles } from './review-api.ts'

/** Freezes every file closed in the period of the review as the list of the draw; nobody picks from it. */
export function FreezeList({ sheet: { review }, matter, onDone }: Readonly<{ sheet: FileReviewSheet; matter: MatterView; onDone: () => void }>): ReactNode {
  const { message, modal } = App.useApp()
  const period = { from: review.periodFrom, until: review.periodUntil }
  const files = useQuery({ queryKey: ['closed-files', period], queryFn: ({ signal }) => readClosedFiles(period, signal) })
  const [stepId] = useState(() => crypto.randomUUID())
  const freeze = useMutation({
    mutationFn: () => takeStep(matter, 'freezeList', { stepId, input: { files: (files.data?.files ?? []).map(({ caseNumber, officeName, closedOn, handlers }) => ({ caseNumber, officeName, closedOn, handlers })) } }),
    onSuccess: () => { message.success('清单已封存'); onDone() },
  })
  const count = files.data?.files.length ?? 0
  const ask = (): void => {
    modal.confirm({ title: `封存 ${count} 份案卷的清单？`, content: '封存后清单不能增减；随机种子须在封存次日以后公布。', okText: '封存', cancelText: '取消', onOk: () => { freeze.mutate() } })
  }
  return (
    <section className="review-section" aria-label="封存案卷清单">
      <h2>封存案卷清单</h2>
      <p>清单是评查期间内结案的全部普通程序案件，不由人挑选。</p>
      {files.data === undefined ? <Skeleton active paragraph={{ rows: 1 }} /> : <p><Button type="primary" disabled={count === 0} loading={freeze.isPending} onClick={ask}>封存清单（{count} 份）</Button></p>}
      {freeze.isError ? <Failure error={freeze.error} /> : null}
      <ClosedFilesTable period={period} />
    </section>
  )
}
