import type { PublishedEntity } from '../../src/engines/register/contract.ts'
import { dayWords } from './date-words.ts'
import { Link } from './Link.tsx'
import { FailureNotice, Loading } from './LoadState.tsx'
import { Page } from './Page.tsx'
import { EntityPublications } from './publications/EntityPublications.tsx'
import { useLoad } from './use-load.ts'

/** The published registration of one market entity. */
export function EntityPage({ id }: Readonly<{ id: string }>) {
  const loaded = useLoad<PublishedEntity>(`/api/portal/entities/${encodeURIComponent(id)}`)
  if (loaded.status === 'loading') return <Page title="登记信息"><Loading what="登记信息" /></Page>
  if (loaded.status === 'failed') {
    return (
      <Page title="登记信息">
        {loaded.failure.kind === 'not-found' || loaded.failure.kind === 'invalid' ? <p>没有这一户的公开登记信息，可能已经移出公示。</p> : <FailureNotice failure={loaded.failure} onRetry={loaded.retry} />}
        <p><Link to="/entities">查其他企业</Link></p>
      </Page>
    )
  }
  const entity = loaded.value
  return (
    <Page title={entity.name}>
      <p><span className="tag">{entity.statusName}</span> {entity.kindName}{entity.synthetic ? <span className="tag soon">演示数据</span> : null}</p>
      <dl className="facts">{factsOf(entity).map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
      <p className="actions">
        <Link to={`/complain?entity=${entity.id}`} className="button">投诉它</Link>
        <Link to={`/report?entity=${entity.id}`} className="button plain">举报它</Link>
      </p>
      <EntityPublications id={entity.id} />
      <p>这是您的企业？列入名录或者处罚信息正在公示的，改正以后可以<Link to={`/repair?entity=${entity.id}`}>申请信用修复</Link>。</p>
      <p className="muted">登记信息更新于{dayWords(entity.updatedAt)}，以国家企业信用信息公示系统为准。</p>
    </Page>
  )
}

function factsOf(entity: PublishedEntity): readonly (readonly [label: string, value: string])[] {
  const all: readonly (readonly [string, string | null])[] = [
    ['统一社会信用代码', entity.uscc],
    ['类型', entity.legalForm],
    ['法定代表人、负责人或经营者', entity.legalRepresentative],
    ['注册资本', entity.capitalText],
    ['成立日期', entity.establishedOn === null ? null : dayWords(entity.establishedOn)],
    ['地址', entity.address],
    ['所在镇街', entity.townName],
    ['行业', entity.industryName],
    ['经营范围', entity.businessScope],
    ['登记机关', entity.registrationAuthority],
  ]
  return all.flatMap(([label, value]) => value === null || value === '' ? [] : [[label, value] as const])
}
