import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ScreenedRow, Screening, ScreeningOpened } from '../../../src/domains/credit/contract.ts'
import { dateInShanghai, formatDate } from '../../../src/kernel/calendar-date.ts'
import { get, post } from '../../kit/api.ts'
import { serverNow } from '../../kit/server-time.ts'
import { DateInput } from '../parts/DateInput.tsx'
import { Failure } from '../parts/Failure.tsx'
import { RowTable } from '../parts/RowTable.tsx'
import type { Column } from '../parts/RowTable.tsx'

const COLUMNS: readonly Column<ScreenedRow>[] = [
  { key: 'name', title: '主体', width: '28%', isFixed: true, render: row => <><Link to="/entities/$entityId" params={{ entityId: row.id }}>{row.name}</Link><br /><span className="is-muted">{[row.uscc, row.kindName, row.townName].filter(Boolean).join(' · ')}</span></> },
  { key: 'reasons', title: '情形和依据', render: row => <>{row.reasons.map(reason => <div key={reason.id}>{reason.name} <span className="is-muted">{reason.basis}</span></div>)}</> },
  { key: 'years', title: '未年报年度', width: 110, render: row => row.yearsMissing.join('、') },
  { key: 'revoked', title: '档案显示吊销日', width: 130, isWideOnly: true, render: row => (row.revokedOn === null ? '' : formatDate(row.revokedOn)) },
  { key: 'matter', title: '清理办件', width: 150, render: row => (row.matter === null ? <span className="is-muted">未登记</span> : <Link to="/matters/$matterId" params={{ matterId: row.matter.id }}>{row.matter.number}</Link>) },
]

/** Who may be dormant on a day, with the article behind each reason; the chosen become matters, a result for each. */
export function ScreeningPanel({ on, onDay }: Readonly<{ on: string | undefined; onDay: (on: string | undefined) => void }>): ReactNode {
  const today = dateInShanghai(serverNow())
  const day = on ?? today
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const screening = useQuery({ queryKey: ['screening', day], queryFn: ({ signal }) => get<Screening>('/api/credit/screening', { on: day }, signal) })
  const opening = useMutation({
    mutationFn: () => post<ScreeningOpened>('/api/credit/screening/open', { on: day, entityIds: [...chosen] }),
    onSuccess: () => { setChosen(new Set()); void screening.refetch() },
  })
  const nameOf = (id: string): string => screening.data?.rows.find(row => row.id === id)?.name ?? ''
  return (
    <>
      <p className="is-muted">“僵尸企业”没有全国统一的认定标准。名单由登记档案和在列的名录办件按下列情形得出，登记后先核查、再提示、听取异议，然后依法退出。</p>
      <ul>{(screening.data?.criteria ?? []).map(({ id, name, basis, count }) => <li key={id}>{name}（{basis}）：{count} 户</li>)}</ul>
      <div className="filter-bar">
        <span>截至 <DateInput label="截至日期" value={day} onChange={(next) => { onDay(next === today ? undefined : next); setChosen(new Set()) }} /></span>
        <Button type="primary" disabled={chosen.size === 0} loading={opening.isPending} onClick={() => { opening.mutate() }}>登记清理办件{chosen.size === 0 ? '' : `（${chosen.size}）`}</Button>
      </div>
      {opening.isError ? <Failure error={opening.error} /> : null}
      {opening.data === undefined ? null : <Results results={opening.data.results} nameOf={nameOf} />}
      <RowTable
        name="长期停业筛查名单" columns={COLUMNS} rows={screening.data?.rows} rowKey={row => row.id} selection={{ chosen, onChange: setChosen, nameOf }} unit="户" error={screening.error} retry={() => { void screening.refetch() }}
        empty="这一天没有符合筛查情形的主体" isDimmed={screening.isFetching}
      />
    </>
  )
}

function Results({ results, nameOf }: Readonly<{ results: ScreeningOpened['results']; nameOf: (id: string) => string }>): ReactNode {
  const opened = results.filter(({ ok }) => ok).length
  return (
    <Alert
      type={opened === results.length ? 'success' : 'warning'} showIcon title={`登记 ${opened} 件，未登记 ${results.length - opened} 件`}
      description={<ul className="fault-list">{results.filter(({ ok }) => !ok).map(({ id, says }) => <li key={id}>{nameOf(id)}：{says}</li>)}</ul>}
    />
  )
}
