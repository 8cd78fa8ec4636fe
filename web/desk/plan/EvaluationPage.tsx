import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { Button, Select, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { EvaluationDraft } from '../../../src/engines/plan/contract.ts'
import { dateInShanghai, formatDate } from '../../../src/kernel/calendar-date.ts'
import { addressOf, get } from '../../kit/api.ts'
import { serverNow } from '../../kit/server-time.ts'
import { DateFilter } from '../parts/DateFilter.tsx'
import { Failure } from '../parts/Failure.tsx'
import { PageHeading } from '../parts/PageHeading.tsx'
import { EvaluationFigures, UnknownFigures } from './EvaluationFigures.tsx'
import { EvaluationTasks } from './EvaluationTasks.tsx'
import { EvaluationTextForm } from './EvaluationTextForm.tsx'
import './plan.css'

const NOTED_DATES = [['2023-06-30', '规划中期'], ['2025-12-31', '规划期末']] as const

const route = getRouteApi('/plan/evaluation')

/** The evaluation report of a date: computed figures to look at, texts to edit, and the file to download. */
export function EvaluationPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const asOf = search.asOf ?? dateInShanghai(serverNow())
  const draft = useQuery({ queryKey: ['evaluation', asOf], queryFn: ({ signal }) => get<EvaluationDraft>('/api/plan/evaluation', { asOf }, signal), staleTime: 0 })
  const setDate = (next: string | undefined): void => { void navigate({ search: { asOf: next }, replace: true }) }
  return (
    <article className="evaluation">
      <p className="back-line"><Link to="/plan" search={{ asOf: search.asOf }}>规划</Link></p>
      <PageHeading title="规划实施评估报告" />
      <div className="filter-bar">
        <span className="filter-range">截至 <DateFilter label="截至日期" value={asOf} onChange={setDate} /></span>
        <Select aria-label="常用截至日期" placeholder="常用日期" style={{ width: 110 }} value={NOTED_DATES.find(([date]) => date === asOf)?.[0] ?? null} options={NOTED_DATES.map(([value, label]) => ({ value, label }))} onChange={(date: string) => { setDate(date) }} />
        {draft.data === undefined ? null : (['docx', 'pdf'] as const).map(ending => (
          <Button key={ending} icon={<DownloadOutlined />} href={addressOf(`/api/plan/evaluation.${ending}`, { asOf })} download>下载 {ending.toUpperCase()}</Button>
        ))}
        {draft.data === undefined ? null : <span className="is-muted">{draft.data.updatedAt === null ? '文字均为系统生成，尚未修改' : `文字由${draft.data.updatedBy ?? ''}修改过，第${draft.data.version}版`}；下载的是已保存的文字。</span>}
      </div>
      {draft.isError ? <Failure error={draft.error} retry={() => { void draft.refetch() }} /> : null}
      {draft.data === undefined && !draft.isError ? <Skeleton active paragraph={{ rows: 14 }} /> : null}
      {draft.data === undefined ? null : <Report key={`${draft.data.asOf} ${draft.data.version}`} draft={draft.data} />}
    </article>
  )
}

function Report({ draft }: Readonly<{ draft: EvaluationDraft }>): ReactNode {
  return (
    <div className="evaluation-columns">
      <div>
        <EvaluationFigures title="重要指标" rows={draft.indicators} />
        <EvaluationFigures title="规划正文目标" rows={draft.textTargets} />
        <EvaluationTasks draft={draft} />
        <UnknownFigures rows={draft.unknown} />
        <p className="is-muted">各数值截至{formatDate(draft.asOf)}，打开时重新计算，与指标页一致。</p>
      </div>
      <EvaluationTextForm draft={draft} />
    </div>
  )
}
