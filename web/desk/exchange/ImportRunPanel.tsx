import { DownloadOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Progress, Skeleton } from 'antd'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import type { ImportRun } from '../../../src/engines/exchange/contract.ts'
import { get } from '../../kit/api.ts'
import { Failure } from '../parts/Failure.tsx'
import { RowTable } from '../parts/RowTable.tsx'

const POLL_MS = 800

/** One run: its progress, how the columns were matched, the counts and each faulty row. */
export function ImportRunPanel({ runId }: Readonly<{ runId: string }>): ReactNode {
  const client = useQueryClient()
  const run = useQuery({
    queryKey: ['import-run', runId], queryFn: () => get<ImportRun>(`/api/imports/runs/${runId}`),
    refetchInterval: query => query.state.data?.status === 'running' ? POLL_MS : false,
  })
  const status = run.data?.status
  useEffect(() => { if (status !== undefined && status !== 'running') void client.invalidateQueries({ queryKey: ['import-runs'] }) }, [status, client])
  if (run.isError) return <Failure error={run.error} retry={() => { void run.refetch() }} />
  if (run.data === undefined) return <Skeleton active />
  const { fileName, isDryRun, kindName, total, created, updated, unchanged, failed } = run.data
  return (
    <section className="panel" aria-live="polite">
      <h2>{isDryRun ? '试运行' : '导入'}：{kindName} · {fileName}</h2>
      {status === 'running' ? <p>正在{isDryRun ? '检查' : '导入'}，已处理 {total} 行…<Progress percent={100} status="active" showInfo={false} size="small" /></p> : null}
      {status === 'failed' ? <Alert type="error" showIcon title={run.data.says ?? '文件未能读取。'} /> : null}
      <dl className="figure-line">
        {([['共', total], [isDryRun ? '将新增' : '新增', created], [isDryRun ? '将更新' : '更新', updated], ['无变化', unchanged], ['有问题', failed]] as const).map(([name, count]) => (
          <div key={name} className={name === '有问题' && count > 0 ? 'is-overdue' : undefined}><dt>{name}</dt><dd>{count.toLocaleString('zh-CN')} 行</dd></div>
        ))}
      </dl>
      <ColumnMatches run={run.data} />
      <Faults run={run.data} />
    </section>
  )
}

function ColumnMatches({ run }: Readonly<{ run: ImportRun }>): ReactNode {
  if (run.columns.length === 0) return null
  const unknown = run.columns.filter(column => column.field === null)
  return (
    <details open={unknown.length > 0}>
      <summary>列的对应：{run.columns.length - unknown.length} 列已识别{unknown.length === 0 ? '' : `，${unknown.length} 列未使用`}</summary>
      <ul className="column-matches">{run.columns.map(column => <li key={column.column} className={column.field === null ? 'is-muted' : undefined}>{column.column} → {column.label ?? '未使用'}</li>)}</ul>
    </details>
  )
}

function Faults({ run }: Readonly<{ run: ImportRun }>): ReactNode {
  if (run.faultCount === 0) return run.status === 'finished' ? <p className="due-met">没有发现问题。</p> : null
  return (
    <>
      <div className="panel-heading">
        <h3>问题（{run.faultCount.toLocaleString('zh-CN')}{run.faults.length < run.faultCount ? `，显示前 ${run.faults.length} 个` : ''}）</h3>
        {run.hasAnnotatedCopy ? <Button icon={<DownloadOutlined />} href={`/api/imports/runs/${run.id}/annotated`} download>下载批注文件（含“错误原因”列）</Button> : null}
      </div>
      <RowTable
        name="导入问题" rows={run.faults} rowKey={fault => `${fault.row}${fault.column}${fault.says}`} empty="没有问题。"
        columns={[
          { key: 'row', title: '行', width: 72, align: 'right', isFixed: true, render: fault => fault.row },
          { key: 'column', title: '列', width: 160, isFixed: true, render: fault => fault.column },
          { key: 'value', title: '内容', width: '28%', isFixed: true, render: fault => fault.value === '' ? <span className="is-muted">空</span> : fault.value },
          { key: 'says', title: '原因', isFixed: true, render: fault => fault.says },
        ]}
      />
    </>
  )
}
