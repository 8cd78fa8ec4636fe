import { SearchBox } from '../SearchBox.tsx'
import type { Explanation } from '../../../src/engines/draw/explain.ts'
import { HashText } from './HashText.tsx'
import type { Verification } from './use-verification.ts'

/** Lets an enterprise see its ticket, its rank and why it was drawn or was not. */
export function EntityLookup({ verification: { found, explained, find, explain } }: Readonly<{ verification: Verification }>) {
  return (
    <>
      <h2>查某一户为什么抽中或没抽中</h2>
      <SearchBox label="企业名称或统一社会信用代码" placeholder="名称中的两个字，或完整代码" initial="" fewest={2} hint="只在这份证明文件里查找，不会发送到网上" onSearch={find} />
      <div aria-live="polite">
        {found === null || explained !== null ? null : <Hits found={found} onChoose={explain} />}
        {explained === null ? null : <Explained explanation={explained.explanation} id={explained.id} />}
      </div>
    </>
  )
}

function Hits({ found: { q, rows, total }, onChoose }: Readonly<{ found: NonNullable<Verification['found']>; onChoose: (id: string) => void }>) {
  if (total === 0) return <p className="empty">名单里没有“{q}”：它不在这次抽取的范围内，因此没有签号。</p>
  return (
    <>
      <p>名单里有{total}户{total > rows.length ? `，下面是前${rows.length}户，请输入更多的字` : ''}。点一户看它的签号：</p>
      <ul className="entity-list">{rows.map(({ id, name }) => <li key={id}><button type="button" onClick={() => { onChoose(id) }}><strong>{name}</strong><span className="muted">{id}</span></button></li>)}</ul>
    </>
  )
}

function Explained({ id, explanation: { says, label, ticket, rank, of, cutOff } }: Readonly<{ id: string; explanation: Explanation }>) {
  return (
    <div className="explained">
      <p><strong>{says}</strong></p>
      <dl className="facts">
        <div><dt>编号</dt><dd>{id}</dd></div>
        {label === null ? null : <div><dt>标签</dt><dd><code className="hash">{label}</code></dd></div>}
        {ticket === null ? null : <div><dt>签号</dt><dd><HashText hash={ticket} /></dd></div>}
        {rank === null ? null : <div><dt>名次</dt><dd>本层级可抽{of}户，从小到大排第{rank}位</dd></div>}
        {cutOff === null ? null : <div><dt>抽取到</dt><dd>第{cutOff.rank}位为止，该位签号 <HashText hash={cutOff.ticket} /></dd></div>}
      </dl>
    </div>
  )
}
