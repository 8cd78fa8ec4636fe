import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { App, Button, Skeleton, Tabs } from 'antd'
import type { ReactNode } from 'react'
import type { RunResult } from '../../../src/engines/assessment/contract.ts'
import { post } from '../../kit/api.ts'
import { Failure } from '../parts/Failure.tsx'
import { PageHeading } from '../parts/PageHeading.tsx'
import { ASSESSMENT, useAssessment } from './assessment-api.ts'
import './assessment.css'
import { BacktestPanel } from './BacktestPanel.tsx'
import { DistributionPanel } from './DistributionPanel.tsx'
import { OrdersPanel } from './OrdersPanel.tsx'
import { RulesPanel } from './RulesPanel.tsx'
import { WhatIfPanel } from './WhatIfPanel.tsx'

const route = getRouteApi('/risk')

/** 信用风险分类: who stands in which class, by which rules, and what other rules would do. For the bureau only. */
export function AssessmentPage(): ReactNode {
  const page = useAssessment()
  const { tab = 'classes' } = route.useSearch()
  const navigate = route.useNavigate()
  if (page.isError) return <Failure error={page.error} retry={() => { void page.refetch() }} />
  if (page.data === undefined) return <Skeleton active paragraph={{ rows: 12 }} />
  const { data } = page
  return (
    <>
      <PageHeading title={`${data.name}（内部）`} count={`${data.total} 户`}>{data.mayOrder ? <RunButton /> : null}</PageHeading>
      <p className="internal-note">仅供内部确定抽查比例和频次：不公开，不作为对经营主体的评价，不据以处罚或者限制，不减少法定最低检查频次。</p>
      <p className="is-muted">{data.asOf === null ? '尚未评定。系统每天自动评定一次。' : `按 ${data.asOf} 已知情况评定；范围：${data.population}。`}</p>
      <Tabs
        activeKey={tab} destroyOnHidden onChange={(next) => { void navigate({ search: { tab: next }, replace: true }) }}
        items={[
          { key: 'classes', label: '分类结果', children: <DistributionPanel page={data} /> },
          { key: 'rules', label: `规则与分值（${data.rules.filter(rule => rule.isInForce).length}）`, children: <RulesPanel page={data} /> },
          { key: 'orders', label: '界限与变更', children: <OrdersPanel page={data} /> },
          { key: 'what-if', label: '试算', children: <WhatIfPanel key={data.modelVersion} page={data} /> },
          { key: 'backtest', label: '检验', children: <BacktestPanel /> },
        ]}
      />
    </>
  )
}

function RunButton(): ReactNode {
  const client = useQueryClient()
  const { message } = App.useApp()
  const running = useMutation({
    mutationFn: () => post<RunResult>(`${ASSESSMENT}/runs`, {}),
    onSuccess: ({ assessed, changed }) => {
      message.success(`已评定 ${assessed} 户，其中 ${changed} 户结果有变化`)
      void client.invalidateQueries({ queryKey: ['assessment'] })
    },
    onError: () => { message.error('评定没有完成，请稍后再试') },
  })
  return <Button onClick={() => { running.mutate() }} loading={running.isPending}>立即评定</Button>
}
