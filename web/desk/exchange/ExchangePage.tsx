import { DownloadOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { Button, Radio, Skeleton, Upload } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ImportKind } from '../../../src/engines/exchange/contract.ts'
import { get, upload } from '../../kit/api.ts'
import { sizeText } from '../../kit/time-text.ts'
import { Failure } from '../parts/Failure.tsx'
import { PageHeading } from '../parts/PageHeading.tsx'
import { ImportHistory } from './ImportHistory.tsx'
import { ImportRunPanel } from './ImportRunPanel.tsx'
import { RowTable } from '../parts/RowTable.tsx'

const route = getRouteApi('/exchange')

/** Imports by kind: template, dry run, faults, then the import itself; exports stand on each list. */
export function ExchangePage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const kinds = useQuery({ queryKey: ['import-kinds'], queryFn: () => get<readonly ImportKind[]>('/api/imports/kinds'), staleTime: Infinity })
  const kind = kinds.data?.find(each => each.kind === search.kind) ?? kinds.data?.[0]
  return (
    <>
      <PageHeading title="导入导出" />
      {kinds.isError ? <Failure error={kinds.error} retry={() => { void kinds.refetch() }} /> : null}
      {kinds.isPending ? <Skeleton active /> : null}
      {kind === undefined ? null : (
        <>
          <section className="panel">
            <h2>导入</h2>
            <Radio.Group aria-label="导入种类" optionType="button" value={kind.kind} options={(kinds.data ?? []).map(each => ({ value: each.kind, label: each.name }))} onChange={(event) => { void navigate({ search: { kind: String(event.target.value) } }) }} />
            <KindImport key={kind.kind} kind={kind} />
          </section>
          {search.run === undefined ? null : <ImportRunPanel key={search.run} runId={search.run} />}
          <ImportHistory />
        </>
      )}
      <section className="panel">
        <h2>导出</h2>
        <p>在 <Link to="/matters">办件</Link> 和 <Link to="/entities">主体</Link> 的列表右上角导出 XLSX 或 CSV，导出的行与当时的筛选条件一致。</p>
      </section>
    </>
  )
}

function KindImport({ kind }: Readonly<{ kind: ImportKind }>): ReactNode {
  const navigate = route.useNavigate()
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const start = useMutation({
    mutationFn: async ({ chosen, isDryRun }: { chosen: File; isDryRun: boolean }) => {
      const form = new FormData()
      form.set('file', chosen)
      return upload<{ runId: string }>(`/api/imports/${kind.kind}?dryRun=${isDryRun}`, form)
    },
    onSuccess: ({ runId }) => {
      void navigate({ search: { kind: kind.kind, run: runId } })
      void client.invalidateQueries({ queryKey: ['import-runs'] })
    },
  })
  return (
    <div className="kind-import">
      <ol className="import-steps">
        <li>
          <h3>下载模板（可选）</h3>
          <p className="is-muted">也可以直接使用其他系统导出的文件：各列按名称自动对应，编码支持 UTF-8 和 GB18030。</p>
          {(['xlsx', 'csv'] as const).map(format => <Button key={format} size="small" icon={<DownloadOutlined />} href={`/api/imports/${kind.kind}/template?format=${format}`} download>{format.toUpperCase()} 模板</Button>)}
          <details><summary>各列说明（{kind.fields.length}）</summary><FieldTable kind={kind} /></details>
        </li>
        <li>
          <h3>选择文件</h3>
          <Upload.Dragger accept=".xlsx,.csv" maxCount={1} showUploadList={false} beforeUpload={(chosen) => { setFile(chosen); start.reset(); return false }}>
            <p>{file === null ? '把 XLSX 或 CSV 文件拖到这里，或点击选择' : `${file.name}（${sizeText(file.size)}）`}</p>
          </Upload.Dragger>
        </li>
        <li>
          <h3>试运行，再导入</h3>
          <p className="is-muted">试运行只检查、不写入，逐行列出问题。正式导入时，有问题的行跳过，其余写入；同一文件重复导入不会产生重复数据。</p>
          <Button type="primary" disabled={file === null} loading={start.isPending} onClick={() => { if (file !== null) start.mutate({ chosen: file, isDryRun: true }) }}>试运行</Button>{' '}
          <Button disabled={file === null || start.isPending} onClick={() => { if (file !== null) start.mutate({ chosen: file, isDryRun: false }) }}>正式导入</Button>
          {start.isError ? <Failure error={start.error} /> : null}
        </li>
      </ol>
    </div>
  )
}

function FieldTable({ kind }: Readonly<{ kind: ImportKind }>): ReactNode {
  return (
    <RowTable
      name={`${kind.name}各列说明`} rows={kind.fields} rowKey={field => field.key} empty="没有列。"
      columns={[
        { key: 'label', title: '列', width: 160, isFixed: true, render: field => <>{field.label}{field.isRequired ? '（必填）' : ''}</> },
        { key: 'aliases', title: '也认得的列名', isFixed: true, render: field => field.aliases.join('、') || '—' },
        { key: 'help', title: '说明', isFixed: true, render: field => field.help },
      ]}
    />
  )
}
