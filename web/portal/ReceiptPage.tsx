import { useState } from 'react'
import type { Receipt } from '../../src/domains/consumer/contract.ts'
import { dateInShanghai, formatMoment } from '../../src/kernel/calendar-date.ts'
import { serverNow } from '../kit/server-time.ts'
import { byWordsAfter } from './date-words.ts'
import { useForms } from './forms-context.ts'
import { Link } from './Link.tsx'
import { Page } from './Page.tsx'
import { forgetTracking, keptReceipt } from './receipt-store.ts'

/** What the citizen takes home: number, code, and what happens by which date. */
export function ReceiptPage() {
  const [receipt, setReceipt] = useState(keptReceipt)
  if (receipt === null) {
    return (
      <Page title="没有可显示的回执">
        <p>为了保护您的信息，关闭页面以后，回执不再保存在这台设备上。有登记编号和查询码，就可以<Link to="/track">查进度</Link>。</p>
      </Page>
    )
  }
  return (
    <Page title="已经收到，请保存登记编号和查询码" className="receipt">
      <ReceiptCard receipt={receipt} />
      <h2>接下来</h2>
      <p>{receipt.says}</p>
      <ol className="promises">
        {receipt.promises.map(({ says, by }) => <li key={says}>{says}{by === null ? null : <strong className="by">{byWordsAfter(says, by, dateInShanghai(serverNow()))}</strong>}</li>)}
      </ol>
      <p className="actions no-print">
        <Link to="/track" className="button">查进度</Link>
        <button type="button" className="button plain" onClick={() => { forgetTracking(); setReceipt(null) }}>从这台设备上清除</button>
      </p>
      <p className="hint no-print">用的是公共电脑时，保存好登记编号和查询码后请清除。</p>
    </Page>
  )
}

function ReceiptCard({ receipt }: Readonly<{ receipt: Receipt }>) {
  const forms = useForms()
  const [copied, setCopied] = useState<string | null>(null)
  const bureau = forms.status === 'ready' ? forms.value.district.bureauName : ''
  const text = `${bureau}\n登记编号：${receipt.receiptNo}\n查询码：${receipt.code}\n收到时间：${formatMoment(receipt.receivedAt)}`
  const copy = async (): Promise<void> => {
    // The clipboard needs TLS; without it the citizen copies by hand.
    const isCopied = await (navigator.clipboard?.writeText(text).then(() => true, () => false) ?? Promise.resolve(false))
    setCopied(isCopied ? '已复制，可以粘贴到备忘录或微信里' : '这个浏览器不能自动复制，请截屏，或长按号码复制')
  }
  return (
    <section className="receipt-card" aria-label="回执">
      <dl>
        <div><dt>登记编号</dt><dd className="code">{receipt.receiptNo}</dd></div>
        <div><dt>查询码</dt><dd className="code">{receipt.code}</dd></div>
        <div><dt>收到时间</dt><dd>{formatMoment(receipt.receivedAt)}</dd></div>
      </dl>
      <p>查进度、撤回都要用这两个号码，丢失后不能在网上补查。请不要告诉别人。</p>
      <p className="actions no-print">
        <button type="button" className="button" onClick={() => { void copy() }}>复制</button>
        <button type="button" className="button plain" onClick={() => { globalThis.print() }}>打印</button>
      </p>
      <output className="hint no-print">{copied}</output>
    </section>
  )
}
