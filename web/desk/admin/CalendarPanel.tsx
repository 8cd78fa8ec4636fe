import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { CalendarYearView } from '../../../src/platform/session/contract.ts'
import { get } from '../../kit/api.ts'
import { RowTable } from '../parts/RowTable.tsx'
import { useSession } from '../session/session-context.ts'
import { CalendarYearForm } from './CalendarYearForm.tsx'
import { daySpans } from './day-lists.ts'

/** The years whose holiday schedule is known. Limits that reach into another year stay undetermined. */
export function CalendarPanel(): ReactNode {
  const { can } = useSession()
  const client = useQueryClient()
  const [isAdding, setIsAdding] = useState(false)
  const years = useQuery({ queryKey: ['calendar'], queryFn: () => get<readonly CalendarYearView[]>('/api/calendar') })
  const rows = years.data?.toSorted((a, b) => b.year - a.year)
  return (
    <>
      <div className="filter-bar">
        <span className="is-muted">没有放假安排的年份不推算工作日期限，涉及的期限显示“放假安排未公布”；载入后自动重新计算。</span>
        {can.settings ? <Button type="primary" onClick={() => { setIsAdding(true) }}>载入年度安排</Button> : null}
      </div>
      <RowTable
        name="放假安排" rows={rows} rowKey={year => String(year.year)} empty="还没有任何年份。" error={years.error} retry={() => { void years.refetch() }}
        columns={[
          { key: 'year', title: '年份', width: 70, isFixed: true, render: year => year.year },
          { key: 'count', title: '工作日', width: 76, align: 'right', isFixed: true, render: year => `${year.workingDayCount} 天` },
          { key: 'off', title: '放假', isFixed: true, render: year => daySpans(year.daysOff).join('、') },
          { key: 'work', title: '调休上班', width: '20%', isFixed: true, render: year => daySpans(year.workdays).join('、') || '无' },
          { key: 'source', title: '依据', width: '24%', isFixed: true, render: year => <>{year.source}{year.isBuiltIn ? null : <span className="is-muted">（本局载入）</span>}</> },
        ]}
      />
      <Drawer open={isAdding} onClose={() => { setIsAdding(false) }} title="载入年度放假安排" size={520} destroyOnHidden>
        <CalendarYearForm
          nextYear={(rows?.[0]?.year ?? 2026) + 1}
          onDone={() => {
            setIsAdding(false)
            void client.invalidateQueries()
          }}
        />
      </Drawer>
    </>
  )
}
