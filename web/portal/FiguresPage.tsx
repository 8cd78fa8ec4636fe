import type { PortalOverview } from '../../src/domains/consumer/contract.ts'
import { dayWords } from './date-words.ts'
import { Link } from './Link.tsx'
import { FailureNotice, Loading } from './LoadState.tsx'
import { Page } from './Page.tsx'
import { useLoad } from './use-load.ts'

/** What the three figures of the front page count. */
export function FiguresPage() {
  const overview = useLoad<PortalOverview>('/api/portal/overview')
  return (
    <Page title="首页数字怎么来的">
      {overview.status === 'loading' ? <Loading what="数字" /> : null}
      {overview.status === 'failed' ? <FailureNotice failure={overview.failure} onRetry={overview.retry} /> : null}
      {overview.status === 'ready' ? (
        <>
          <p>统计到{dayWords(overview.value.asOf)}。投诉人和商家的信息受保护，投诉件不逐件公开，只公布总数。</p>
          <dl className="facts">
            <div><dt>在营的企业和个体户</dt><dd>{overview.value.entities}户，登记状态为在营的企业、个体工商户、农民专业合作社和分支机构，不含吊销、注销和迁出的。<Link to="/entities">可以逐户查询</Link></dd></div>
            <div><dt>今年收到的投诉</dt><dd>{overview.value.complaintsThisYear}件，从今年1月1日起收到的投诉，不包括举报。</dd></div>
            <div><dt>今年调解成功</dt><dd>{overview.value.settledThisYear}件，指今年收到的投诉中，双方已达成调解协议的。</dd></div>
          </dl>
        </>
      ) : null}
    </Page>
  )
}
