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

const MORE = [
  ['/repair', '申请信用修复', '企业、个体户改正以后，申请移出名录、停止公示处罚'],
  ['/draws', '双随机抽查', '哪些企业被抽到，抽得公不公平，自己可以验'],
  ['/visits', '核验入企检查', '有人上门检查，看看是不是本局派来的'],
  ['/documents', '核验文书', '收到的文书是不是本局制发的'],
  ['/plan', '规划进展', '五年规划的指标完成到哪一步'],
  ['/publications/data', '开放数据', '下载公示信息的数据'],
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
      <h2>还可以</h2>
      <ul className="more-doors">
        {MORE.map(([to, name, says]) => <li key={to}><Link to={to}>{name}</Link><span>{says}</span></li>)}
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
