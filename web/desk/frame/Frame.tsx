import { AppstoreOutlined, AuditOutlined, BankOutlined, BookOutlined, DashboardOutlined, FileProtectOutlined, FileSearchOutlined, FolderAddOutlined, FormOutlined, FundOutlined, ImportOutlined, NotificationOutlined, PercentageOutlined, RetweetOutlined, SafetyCertificateOutlined, ScheduleOutlined, SettingOutlined } from '@ant-design/icons'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { Children } from 'react'
import type { ReactNode } from 'react'
import { SessionGate } from '../session/SessionGate.tsx'
import { IdleWatch } from '../session/IdleWatch.tsx'
import { reachOf } from '../session/reach.ts'
import { useSession } from '../session/session-context.ts'
import { GlobalSearch } from './GlobalSearch.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { Reminders } from './Reminders.tsx'

/** The desk around every page: navigation on the left, search, reminders and the person on top. */
export function Frame(): ReactNode {
  return <SessionGate><SignedInFrame /></SessionGate>
}

function SignedInFrame(): ReactNode {
  const session = useSession()
  const reach = reachOf(session)
  return (
    <div className="frame">
      <a className="skip-link" href="#page-content">跳到正文</a>
      <nav className="frame-nav" aria-label="主导航">
        <Link to="/" className="frame-brand" aria-label="衡鉴，回到工作台">衡鉴</Link>
        <NavGroup name="办理">
          {reach.matters ? <NavLink to="/" icon={<AppstoreOutlined />} isExact>工作台</NavLink> : null}
          {reach.matters ? <NavLink to="/matters" icon={<AuditOutlined />}>办件</NavLink> : null}
          {reach.intake ? <NavLink to="/intake" icon={<FormOutlined />}>受理登记</NavLink> : null}
          {reach.matters ? <NavLink to="/open" icon={<FolderAddOutlined />}>登记办件</NavLink> : null}
        </NavGroup>
        <NavGroup name="监管">
          {reach.matters ? <NavLink to="/entities" icon={<BankOutlined />}>主体</NavLink> : null}
          {reach.matters ? <NavLink to="/draws" icon={<RetweetOutlined />} covers={['/inspection-', '/inspectors']}>双随机</NavLink> : null}
          {reach.matters ? <NavLink to="/risk" icon={<SafetyCertificateOutlined />}>风险分类</NavLink> : null}
          {reach.matters ? <NavLink to="/credit" icon={<FileProtectOutlined />}>停业筛查</NavLink> : null}
          {reach.matters ? <NavLink to="/publications" icon={<NotificationOutlined />}>公示</NavLink> : null}
        </NavGroup>
        <NavGroup name="成效">
          {reach.matters ? <NavLink to="/indicators" icon={<FundOutlined />}>指标</NavLink> : null}
          {reach.quality ? <NavLink to="/quality" icon={<DashboardOutlined />}>执法质效</NavLink> : null}
          {reach.quality ? <NavLink to="/file-reviews" icon={<FileSearchOutlined />}>案卷评查</NavLink> : null}
          {reach.quality ? <NavLink to="/no-penalty" icon={<PercentageOutlined />}>免罚轻罚</NavLink> : null}
          <NavLink to="/plan" icon={<ScheduleOutlined />}>规划</NavLink>
        </NavGroup>
        <NavGroup name="系统">
          {reach.imports ? <NavLink to="/exchange" icon={<ImportOutlined />}>导入导出</NavLink> : null}
          <NavLink to="/law" icon={<BookOutlined />}>法定数值</NavLink>
          {reach.administration ? <NavLink to="/admin" icon={<SettingOutlined />}>管理</NavLink> : null}
        </NavGroup>
      </nav>
      <div className="frame-main">
        {session.district.synthetic ? <p className="synthetic-banner" role="note">演示数据：本系统中的人员、主体和办件均为程序生成，不对应任何真实个人或单位。</p> : null}
        <header className="frame-top">
          <span className="frame-district">{session.district.name}</span>
          {reach.matters ? <GlobalSearch /> : <span className="frame-fill" />}
          {reach.matters ? <Reminders /> : null}
          <PersonMenu />
        </header>
        <main id="page-content" className="frame-content" tabIndex={-1}><Outlet /></main>
      </div>
      <IdleWatch />
    </div>
  )
}

/** Entries that belong together; without an entry the person may open, nothing. */
function NavGroup({ name, children }: Readonly<{ name: string; children: ReactNode }>): ReactNode {
  if (Children.toArray(children).length === 0) return null
  return <div className="nav-group"><p>{name}</p>{children}</div>
}

type NavLinkProps = Readonly<{ to: '/' | '/matters' | '/entities' | '/draws' | '/intake' | '/open' | '/risk' | '/credit' | '/publications' | '/indicators' | '/quality' | '/file-reviews' | '/no-penalty' | '/plan' | '/exchange' | '/law' | '/admin'; icon: ReactNode; isExact?: boolean; /** Beginnings of further addresses that belong here. */ covers?: readonly string[]; children: string }>

function NavLink({ to, icon, isExact = false, covers = [], children }: NavLinkProps): ReactNode {
  const isCovered = useLocation({ select: ({ pathname }) => covers.some(beginning => pathname.startsWith(beginning)) })
  return <Link to={to} className="nav-link" activeOptions={{ exact: isExact, includeSearch: false }} activeProps={{ 'aria-current': 'page' }} {...(isCovered ? { 'aria-current': 'page' } as const : {})}>{icon}<span>{children}</span></Link>
}
