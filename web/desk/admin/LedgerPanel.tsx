import { SafetyCertificateOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { LedgerVerdict, LedgerView } from '../../../src/platform/session/contract.ts'
import { get, post } from '../../kit/api.ts'
import { momentText } from '../../kit/time-text.ts'
import { Failure } from '../parts/Failure.tsx'
import { RowTable } from '../parts/RowTable.tsx'

const faultKinds: Readonly<Record<LedgerVerdict['faults'][number]['kind'], string>> = { 'edited': '被改动', 'deleted': '被删除', 'unsealed': '未存证', 'seal-broken': '封印不符', 'added': '被插入' }

/** The ledger's state and its proof: every record is hashed again and held against the seals. */
export function LedgerPanel(): ReactNode {
  const ledger = useQuery({ queryKey: ['ledger'], queryFn: () => get<LedgerView>('/api/ledger') })
  const verify = useMutation({ mutationFn: () => post<LedgerVerdict>('/api/ledger/verify', {}), onSuccess: () => { void ledger.refetch() } })
  if (ledger.isError) return <Failure error={ledger.error} retry={() => { void ledger.refetch() }} />
  if (ledger.data === undefined) return <Skeleton active />
  const { leaves, pending, hashName, seals } = ledger.data
  return (
    <>
      <section className="panel">
        <dl className="figure-line">
          <div><dt>已存证</dt><dd>{leaves.toLocaleString('zh-CN')} 条</dd></div>
          <div><dt>待存证</dt><dd>{pending.toLocaleString('zh-CN')} 条</dd></div>
          <div><dt>摘要算法</dt><dd>{hashName.toUpperCase()}</dd></div>
          <div><dt>最近封印</dt><dd>{seals[0] === undefined ? '还没有' : momentText(seals[0].sealedAt)}</dd></div>
        </dl>
        <p className="is-muted">办件的每个环节、每次查阅和每次被拒绝的操作都写入只增不改的台账，并定期封印。核验会逐条重算，任何一条被改动、删除或插入都会指出。</p>
        <Button type="primary" icon={<SafetyCertificateOutlined />} loading={verify.isPending} onClick={() => { verify.mutate() }}>{verify.isPending ? '正在核验…' : '核验全部记录'}</Button>
        {verify.isError ? <Failure error={verify.error} /> : null}
        {verify.data === undefined ? null : <Verdict verdict={verify.data} />}
      </section>
      <h2>封印（最近 {seals.length} 次）</h2>
      <RowTable
        name="封印" rows={seals} rowKey={seal => String(seal.treeSize)} empty="还没有封印。"
        columns={[
          { key: 'at', title: '时间', width: 150, isFixed: true, render: seal => momentText(seal.sealedAt) },
          { key: 'size', title: '累计条数', width: 120, align: 'right', isFixed: true, render: seal => seal.treeSize.toLocaleString('zh-CN') },
          { key: 'root', title: '根值', isFixed: true, render: seal => <code>{seal.root}</code> },
        ]}
      />
    </>
  )
}

function Verdict({ verdict }: Readonly<{ verdict: LedgerVerdict }>): ReactNode {
  if (verdict.ok) return <Alert className="verdict" type="success" showIcon title={`核验通过：${verdict.leaves.toLocaleString('zh-CN')} 条记录与封印一致。`} description={verdict.root === null ? null : <code>{verdict.root}</code>} />
  return (
    <>
      <Alert className="verdict" type="error" showIcon title={`核验未通过：发现 ${verdict.faults.length} 处不符。请保留现场，报告审计负责人。`} />
      <RowTable
        name="不符之处" rows={verdict.faults} rowKey={fault => `${fault.kind}${fault.source}${fault.id}`} empty="没有。"
        columns={[
          { key: 'kind', title: '种类', width: 100, isFixed: true, render: fault => <span className="is-overdue">{faultKinds[fault.kind]}</span> },
          { key: 'source', title: '来源', width: 150, isFixed: true, render: fault => fault.source },
          { key: 'id', title: '编号', width: '28%', isFixed: true, render: fault => fault.id },
          { key: 'says', title: '说明', isFixed: true, render: fault => fault.says },
        ]}
      />
    </>
  )
}
