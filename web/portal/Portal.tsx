import { lazy, Suspense } from 'react'
import type { ReactNode } from 'react'
import type { PortalForms } from '../../src/domains/consumer/contract.ts'
import { DocumentCheckPage } from './documents/DocumentCheckPage.tsx'
import { DrawListPage } from './draws/DrawListPage.tsx'
import { DrawPage } from './draws/DrawPage.tsx'
import { InspectionPlansPage } from './draws/InspectionPlansPage.tsx'
import { EntityListPage } from './EntityListPage.tsx'
import { EntityPage } from './EntityPage.tsx'
import { FiguresPage } from './FiguresPage.tsx'
import { FormsContext } from './forms-context.ts'
import { GuidePage } from './GuidePage.tsx'
import { HomePage } from './HomePage.tsx'
import { Link } from './Link.tsx'
import { usePlace } from './navigation.ts'
import type { Place } from './navigation.ts'
import { Loading } from './LoadState.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { PlanPage } from './plan/PlanPage.tsx'
import { OpenDataPage } from './publications/OpenDataPage.tsx'
import { PublicationPage } from './publications/PublicationPage.tsx'
import { PublicationsPage } from './publications/PublicationsPage.tsx'
import { ReceiptPage } from './ReceiptPage.tsx'
import { useTextSize } from './text-size.ts'
import { TrackingPage } from './TrackingPage.tsx'
import { useLoad } from './use-load.ts'
import { VisitCheckPage } from './visits/VisitCheckPage.tsx'

// The forms bring the store for photos; who only looks something up need not load it.
const SubmissionPage = lazy(async () => ({ default: (await import('./submission/SubmissionPage.tsx')).SubmissionPage }))

const RepairPage = lazy(async () => ({ default: (await import('./repair/RepairPage.tsx')).RepairPage }))

// Who only reads about a draw need not load what checks it.
const VerifyPage = lazy(async () => ({ default: (await import('./draws/VerifyPage.tsx')).VerifyPage }))

const MENU = [['/', '首页'], ['/entities', '查企业'], ['/track', '查进度'], ['/publications', '看公示'], ['/draws', '双随机'], ['/plan', '规划']] as const

/** The portal: heading, menu, the page of the address, foot. */
export function Portal() {
  const forms = useLoad<PortalForms>('/api/portal/forms')
  const place = usePlace()
  const [size, toggleSize] = useTextSize()
  const district = forms.status === 'ready' ? forms.value.district : null
  return (
    <FormsContext value={forms}>
      <a className="skip-link" href="#main">跳到正文</a>
      {district?.synthetic === true ? <aside className="synthetic-bar" aria-label="演示数据说明"><strong>演示数据</strong>：企业、人员和办件均由系统生成，不是真实信息，请不要填写您的真实信息。</aside> : null}
      <header className="site-header">
        <p className="site-name"><Link to="/">{district?.bureauName ?? '市场监督管理局'}<span>公众服务</span></Link></p>
        <button type="button" className="text-size" aria-pressed={size === 'large'} onClick={toggleSize}>大字版</button>
        <nav aria-label="主要栏目">
          {MENU.map(([to, name]) => <Link key={to} to={to} isCurrent={to === '/' ? place.path === '/' : place.path.startsWith(to)}>{name}</Link>)}
        </nav>
      </header>
      <Suspense fallback={<main id="main"><Loading what="页面" /></main>}>{pageOf(place)}</Suspense>
      <footer className="site-footer">
        <p>{district === null ? '市场监督管理局' : district.bureauName}</p>
        <p>也可以拨打 <a href="tel:12315">12315</a> 热线，或到市场监管所窗口办理。</p>
        <p><Link to="/guide">投诉和举报有什么不同</Link><Link to="/repair">申请信用修复</Link><Link to="/visits">核验入企检查</Link><Link to="/documents">核验文书</Link></p>
      </footer>
    </FormsContext>
  )
}

/** The words of an address; as they stand where they are none. */
function textOf(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function pageOf({ path, query }: Place): ReactNode {
  switch (path) {
    case '/': return <HomePage />
    case '/entities': return <EntityListPage key={query.get('q')} q={query.get('q') ?? ''} />
    case '/complain': return <SubmissionPage key="complaint" kind="complaint" />
    case '/report': return <SubmissionPage key="report" kind="report" />
    case '/repair': return <RepairPage key={query.get('entity')} entityId={query.get('entity')} />
    case '/receipt': return <ReceiptPage />
    case '/track': return <TrackingPage />
    case '/publications': return <PublicationsPage key={query.get('q')} query={query} />
    case '/publications/data': return <OpenDataPage />
    case '/guide': return <GuidePage />
    case '/figures': return <FiguresPage />
    case '/plan': return <PlanPage />
    case '/visits': return <VisitCheckPage code={null} />
    case '/documents': return <DocumentCheckPage code={null} />
    case '/draws': return <DrawListPage />
    case '/draws/plans': return <InspectionPlansPage />
    case '/draws/verify': return <VerifyPage key={query.get('number')} number={query.get('number')} />
    default: {
      const drawNumber = /^\/draws\/([\w.-]+)$/.exec(path)?.[1]
      if (drawNumber !== undefined) return <DrawPage key={drawNumber} number={drawNumber} />
      const entryCode = /^\/visits\/([^/]+)$/.exec(path)?.[1]
      if (entryCode !== undefined) return <VisitCheckPage code={textOf(entryCode)} />
      const documentCode = /^\/documents\/(\w+)$/.exec(path)?.[1]
      if (documentCode !== undefined) return <DocumentCheckPage key={documentCode} code={documentCode} />
      const publicationId = /^\/publications\/([\w-]+)$/.exec(path)?.[1]
      if (publicationId !== undefined) return <PublicationPage key={publicationId} id={publicationId} />
      const entityId = /^\/entities\/([^/]+)$/.exec(path)?.[1]
      return entityId === undefined ? <NotFoundPage /> : <EntityPage id={entityId} />
    }
  }
}
