import type { PortalOverview } from '../../src/domains/consumer/contract.ts'
import { dayWords } from './date-words.ts'
import { Link } from './Link.tsx'
import { navigate } from './navigation.ts'
import { Page } from './Page.tsx'
import { SearchBox } from './SearchBox.tsx'
import { useForms } from './forms-context.ts'
import { useLoad } from './use-load.ts'

const DOORS = [
  ['/complain', '我要投诉', '买东西、用服务有纠纷，想退款、换货、赔偿'],
  ['/report', '我要举报', '发现商家违法，希望查处'],
  ['/track', '查进度', '用登记编号和查询码看办到哪一步'],
  ['/publications', '看公示', '市场监管部门公开的信息'],
] as const

export function HomePage() {
  return (
    <Page title="您要办什么事？" className="home">
      <SearchBox
        label="查企业" placeholder="店名、公司名或信用代码" initial="" fewest={2} hint="输入2个字就能查，例如招牌上的名称"
        onSearch={(q) => { navigate(`/entities?${new URLSearchParams({ q }).toString()}`) }}
      />
      <ul className="doors">
        {DOORS.map(([to, name, says]) => <li key={to}><Link to={to}><strong>{name}</strong><span>{says}</span></Link></li>)}
      </ul>
      <Progress />
    </Page>
  )
}

/** The district's work in one sentence; each figure opens. */
function Progress() {
  const overview = useLoad<PortalOverview>('/api/portal/overview')
  const forms = useForms()
  if (overview.status === 'loading') return <output className="progress-line muted">正在读取全区数据……</output>
  if (overview.status === 'failed') {
    return <p className="progress-line muted">暂时读不到全区数据，不影响您办事。<button type="button" className="link-button" onClick={overview.retry}>再试一次</button></p>
  }
  const { entities, complaintsThisYear, settledThisYear, asOf } = overview.value
  const name = forms.status === 'ready' ? forms.value.district.name : '全区'
  return (
    <p className="progress-line">
      {`截至${dayWords(asOf)}，${name}在营的企业和个体户共`}<Link to="/entities"><b>{count(entities)}</b>户</Link>
      {'；今年收到投诉'}<Link to="/figures"><b>{count(complaintsThisYear)}</b>件</Link>
      {'，已调解成功'}<Link to="/figures"><b>{count(settledThisYear)}</b>件</Link>{'。'}
    </p>
  )
}

function count(figure: number): string {
  return String(figure).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',')
}
