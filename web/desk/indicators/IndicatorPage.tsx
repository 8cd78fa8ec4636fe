import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { Button, Segmented, Skeleton } from 'antd'
import { Suspense, lazy, useMemo } from 'react'
import type { ReactNode } from 'react'
import type { IndicatorPage as PageView } from '../../../src/engines/indicator/contract.ts'
import { yearOf } from '../../../src/kernel/calendar-date.ts'
import { get } from '../../kit/api.ts'
import { Failure } from '../parts/Failure.tsx'
import { PageHeading } from '../parts/PageHeading.tsx'
import { ChangesPanel, DefinitionPanel, JudgementPanel } from './DefinitionPanel.tsx'
import { FigureStrip } from './FigureStrip.tsx'
import { valueText } from './figure-text.ts'
import './indicators.css'
import type { When } from './moment-of.ts'
import { whenOf } from './moment-of.ts'
import { SeriesTable } from './SeriesTable.tsx'
import { SplitTable } from './SplitTable.tsx'
import { TownMap } from './TownMap.tsx'
import { TrajectoryKey } from './TrajectoryKey.tsx'
import type { Grain } from './trajectory-option.ts'
import { trajectoryOf } from './trajectory-option.ts'
import { WhenBar } from './WhenBar.tsx'

// The drawing library is large; pages without a chart do not load it.
const TrajectoryChart = lazy(async () => ({ default: (await import('./TrajectoryChart.tsx')).TrajectoryChart }))

const GRAINS = [['year', '按年'], ['quarter', '按季'], ['month', '按月']] as const satisfies readonly (readonly [Grain, string])[]

const route = getRouteApi('/indicators/$indicatorId')

/** One indicator: the figure, its course against the required path, its split by town and office, its definition and changes. */
export function IndicatorPage(): ReactNode {
  const { indicatorId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const when = whenOf(search)
  const grain = GRAINS.find(([each]) => each === search.grain)?.[0] ?? 'year'
  const asked = { ...when, grain }
  const page = useQuery({ queryKey: ['indicator', indicatorId, asked], queryFn: ({ signal }) => get<PageView>(`/api/indicators/${indicatorId}`, asked, signal), placeholderData: previous => previous })
  const change = (next: When & { grain?: string }): void => { void navigate({ search: previous => ({ ...previous, ...next }), replace: true }) }
  if (page.isError) return <><WhenBar when={when} year={undefined} onChange={change} /><Failure error={page.error} retry={() => { void page.refetch() }} /></>
  if (page.data === undefined) return <Skeleton active paragraph={{ rows: 14 }} />
  const { tile, definition, byTown, byOffice, changes } = page.data
  const year = yearOf(tile.figure.period.from)
  return (
    <article className={page.isPlaceholderData ? 'indicator-page is-dimmed' : 'indicator-page'} aria-busy={page.isPlaceholderData}>
      <p className="back-line"><Link to="/indicators" search={when}>规划指标</Link></p>
      <PageHeading title={`${tile.number} ${tile.name}`}><Button icon={<PrinterOutlined />} onClick={() => { window.print() }}>打印</Button></PageHeading>
      <WhenBar when={when} year={year} onChange={change} />
      <FigureStrip page={page.data} when={when} year={year} />
      <div className="indicator-columns">
        <div>
          <section className="panel">
            <div className="panel-heading"><h2>走势与应达路径</h2><Segmented aria-label="期间长短" value={grain} options={GRAINS.map(([value, label]) => ({ value, label }))} onChange={(next) => { change({ grain: next }) }} /></div>
            <Course page={page.data} grain={grain} />
            <SeriesTable page={page.data} when={when} />
          </section>
          {byTown.length === 0 ? <p className="is-muted">该指标{tile.source === 'live' ? '不能' : '的数据只有全区数，不能'}按镇街、科所划分。</p> : (
            <section className="panel">
              <h2>各镇街<span className="page-count">{townCount(byTown)}</span></h2>
              <TownMap page={page.data} when={when} />
              <details className="table-behind"><summary>镇街明细表</summary><SplitTable name="各镇街" first="镇街" page={page.data} when={when} rows={byTown.map(({ townCode, townName, ...rest }) => ({ key: townCode, name: townName, place: townCode === '' ? null : { town: townCode }, ...rest }))} /></details>
            </section>
          )}
          {byOffice.every(({ officeId }) => officeId === '') ? null : (
            <section className="panel">
              <h2>各科（所、队）<span className="page-count">{byOffice.length} 个</span></h2>
              <SplitTable name="各科所" first="科（所、队）" page={page.data} when={when} rows={byOffice.map(({ officeId, officeName, ...rest }) => ({ key: officeId, name: officeName, place: officeId === '' ? null : { office: officeId }, ...rest }))} />
            </section>
          )}
        </div>
        <aside>
          <JudgementPanel judgement={tile.judgement} unit={tile.unit} />
          <DefinitionPanel definition={definition} attributeName={tile.attributeName} />
          <ChangesPanel changes={changes} unit={tile.unit} />
        </aside>
      </div>
    </article>
  )
}

function townCount(byTown: PageView['byTown']): string {
  const named = byTown.filter(({ townCode }) => townCode !== '').length
  return `${named} 个${named === byTown.length ? '' : '，另有未定镇街的'}`
}

function Course({ page, grain }: Readonly<{ page: PageView; grain: Grain }>): ReactNode {
  const trajectory = useMemo(() => trajectoryOf(page, grain), [page, grain])
  if (trajectory.actual.every(value => value === null)) return <p className="is-muted">尚无数值可画。目标：{page.tile.target === null ? '规划未定数值' : `${page.tile.target.year}年${valueText(page.tile.target.value, page.tile.unit)}`}。</p>
  const words = `${page.tile.name}走势，数值见下表`
  return <Suspense fallback={<Skeleton.Node active className="trajectory" />}><TrajectoryKey trajectory={trajectory} /><TrajectoryChart trajectory={trajectory} unit={page.tile.unit} words={words} /></Suspense>
}
