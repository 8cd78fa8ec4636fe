import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ImportRun } from '../../../src/engines/exchange/contract.ts'
import { get } from '../../kit/api.ts'
import { momentText } from '../../kit/time-text.ts'
import { RowTable } from '../parts/RowTable.tsx'

const states: Readonly<Record<ImportRun['status'], string>> = { running: '进行中', finished: '完成', failed: '失败' }

/** Past runs, newest first. */
export function ImportHistory(): ReactNode {
  const { data, error, refetch } = useQuery({ queryKey: ['import-runs'], queryFn: () => get<readonly ImportRun[]>('/api/imports/runs') })
  return (
    <section className="panel">
      <h2>导入记录</h2>
      <RowTable
        name="导入记录" rows={data} rowKey={run => run.id} empty="还没有导入过文件。" error={error} retry={() => { void refetch() }}
        columns={[
          { key: 'at', title: '时间', width: 132, isFixed: true, render: run => momentText(run.startedAt) },
          { key: 'kind', title: '种类', width: 120, isFixed: true, render: run => run.kindName },
          { key: 'file', title: '文件', isFixed: true, render: run => <Link to="/exchange" search={{ kind: run.kind, run: run.id }}>{run.fileName}</Link> },
          { key: 'mode', title: '方式', width: 82, isFixed: true, render: run => run.isDryRun ? '试运行' : '导入' },
          { key: 'state', title: '状态', width: 72, isFixed: true, render: run => <span className={run.status === 'failed' ? 'is-overdue' : undefined}>{states[run.status]}</span> },
          { key: 'counts', title: '新增 / 更新 / 无变化 / 有问题', width: 220, align: 'right', isFixed: true, render: run => `${run.created} / ${run.updated} / ${run.unchanged} / ${run.failed}` },
          { key: 'who', title: '操作人', width: 90, isFixed: true, render: run => run.accountName },
        ]}
      />
    </section>
  )
}
