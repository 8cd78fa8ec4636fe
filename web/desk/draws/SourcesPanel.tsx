import { CheckCircleFilled, ExclamationCircleFilled, UserOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { DrawView, SourceState } from '../../../src/engines/draw/contract.ts'
import { momentText } from '../../kit/time-text.ts'
import { ValueForm } from './ValueForm.tsx'

const STEPS = {
  none: { tone: 'unknown', icon: <UserOutlined />, says: '尚未录入' }, one: { tone: 'soon', icon: <UserOutlined />, says: '第一人已录入，等待另一人独立录入' },
  disagree: { tone: 'overdue', icon: <ExclamationCircleFilled />, says: '两人录入不一致' }, agreed: { tone: 'done', icon: <CheckCircleFilled />, says: '两人录入一致' },
} as const satisfies Readonly<Record<SourceState['state'], Readonly<{ tone: string; icon: ReactNode; says: string }>>>

/** The announced sources: each is typed in by two people who do not see each other's numbers until they agree. */
export function SourcesPanel({ draw, onTaken }: Readonly<{ draw: DrawView; onTaken: (answer: DrawView) => void }>): ReactNode {
  const agreed = draw.sources.filter(({ state }) => state === 'agreed').length
  return (
    <section className="panel">
      <h2>公共随机数<span className="page-count">{agreed} / {draw.sources.length} 个来源已一致</span></h2>
      <p className="is-muted">每个来源由两人各自对照公布的结果录入，录入时看不到对方的内容；两人一致才能使用。</p>
      {draw.sources.map(source => <Source key={source.id} draw={draw} source={source} onTaken={onTaken} />)}
      {draw.canonicalRandomness === null ? null : <p>抽取所用的规范文本：<code className="long-code">{draw.canonicalRandomness}</code></p>}
    </section>
  )
}

function Source({ draw, source, onTaken }: Readonly<{ draw: DrawView; source: SourceState; onTaken: (answer: DrawView) => void }>): ReactNode {
  const { tone, icon, says } = STEPS[source.state]
  const isUnused = draw.stage === 'void' && source.state !== 'agreed'
  return (
    <div className="draw-source">
      <h3>{source.name} {source.issue} {isUnused ? null : <span className={`draw-mark draw-mark-${tone}`}>{icon}<span>{says}</span></span>}</h3>
      <p className="is-muted">{momentText(source.publishedFrom)}公布{source.isPublished || isUnused ? '' : '，到时才能录入'}。{isUnused ? '本次抽取已作废，没有使用。' : source.says}</p>
      {source.entries.length === 0 ? null : <ul className="entry-people">{source.entries.map(({ byName, at, isMine }) => <li key={`${byName} ${at}`}>{byName}{isMine ? '（您）' : ''} 于 {momentText(at)} 录入</li>)}</ul>}
      {source.differences.length === 0 ? null : <p className="is-overdue">不一致的部分：{source.differences.join('、')}。请各自重新对照公布结果，不要互相询问号码。</p>}
      {source.agreed === null ? null : <p>{source.agreed.parts.map((part, index) => <span key={source.parts[index]?.name ?? index} className="agreed-part">{source.parts[index]?.name ?? ''} <strong>{part.join(' ')}</strong></span>)}{source.agreed.issue === source.issue ? null : <span className="is-unassigned">改用{source.agreed.issue}期：{source.agreed.fallbackReason ?? ''}</span>}</p>}
      {draw.may.type && source.isPublished && source.state !== 'agreed' ? <ValueForm key={source.mine === null ? 'new' : 'again'} draw={draw} source={source} onTaken={onTaken} /> : null}
    </div>
  )
}
