import type { PlanOpenData, PortalIndicator } from '../../../src/engines/indicator/contract.ts'
import { dayWords } from '../date-words.ts'
import { FailureNotice, Loading } from '../LoadState.tsx'
import { useLoad } from '../use-load.ts'
import { indicatorSentence } from './indicator-sentence.ts'

/** The plan's indicators in sentences, and as open data with licence and dictionary. */
export function PlanIndicators() {
  const data = useLoad<PlanOpenData>('/api/portal/plan/indicators')
  if (data.status === 'loading') return <Loading what="规划指标" />
  if (data.status === 'failed') return <FailureNotice failure={data.failure} onRetry={data.retry} />
  const { indicators, asOf } = data.value
  const numbered = indicators.filter(({ id }) => !id.startsWith('t'))
  const known = numbered.filter(({ value }) => value !== null)
  const fromText = indicators.filter(({ id }) => id.startsWith('t'))
  return (
    <>
      <h2>{numbered.length}项重要指标</h2>
      <p>截至{dayWords(asOf)}，{numbered.length}项中有{known.length}项已有数据，{numbered.length - known.length}项暂时没有数据。没有数据的照实写明，不填零。</p>
      <IndicatorList rows={known} />
      <details className="plan-group"><summary><strong>暂时没有数据的{numbered.length - known.length}项</strong></summary><IndicatorList rows={numbered.filter(({ value }) => value === null)} /></details>
      <details className="plan-group"><summary><strong>规划正文里的{fromText.length}项目标</strong></summary><IndicatorList rows={fromText} /></details>
      <OpenData data={data.value} />
    </>
  )
}

function IndicatorList({ rows }: Readonly<{ rows: readonly PortalIndicator[] }>) {
  return (
    <ul className="indicator-list">
      {rows.map(row => (
        <li key={row.id}>
          <h3>{row.id.startsWith('t') ? '' : `${row.number}. `}{row.name}</h3>
          <p className="muted">{row.says}</p>
          <p>{indicatorSentence(row)}</p>
          {row.value === null ? null : <p className="hint">数据来源：{row.sourceName}</p>}
        </li>
      ))}
    </ul>
  )
}

function OpenData({ data: { licence, publisher, dictionary, refreshedAt, synthetic } }: Readonly<{ data: PlanOpenData }>) {
  return (
    <section className="no-print">
      <h2>下载数据</h2>
      <p className="actions">
        <a className="button" href="/api/portal/plan/indicators.csv" download>CSV 表格</a>
        <a className="button plain" href="/api/portal/plan/indicators.json" download>JSON 数据</a>
      </p>
      <p>链接长期不变。{publisher}{dayWords(refreshedAt)}更新。许可：<a href={licence.url}>{licence.name}</a>，{licence.says}{synthetic ? '本数据为演示数据，由系统生成。' : ''}</p>
      <details className="plan-group">
        <summary><strong>数据字典</strong></summary>
        <dl className="facts">{dictionary.map(({ field, name, meaning }) => <div key={field}><dt>{name}（<code>{field}</code>）</dt><dd>{meaning}</dd></div>)}</dl>
      </details>
    </section>
  )
}
