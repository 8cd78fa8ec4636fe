import { useState } from 'react'
import type { CheckedDocument } from '../../../src/engines/procedure/contract.ts'
import { dayWords } from '../date-words.ts'
import { FailureNotice, Loading } from '../LoadState.tsx'
import { navigate } from '../navigation.ts'
import { Page } from '../Page.tsx'
import { SearchBox } from '../SearchBox.tsx'
import { useLoad } from '../use-load.ts'

const TITLE = '核验文书'

/** Whether a document in somebody's hands is the bureau's own and still stands: its check code, typed or scanned. */
export function DocumentCheckPage({ code }: Readonly<{ code: string | null }>) {
  return (
    <Page title={TITLE}>
      <SearchBox
        key={code} label="核验码" placeholder="文书上的16位字母和数字" initial={code ?? ''} fewest={16} hint="印在文书末尾核验地址的最后一段，也可以直接扫码"
        onSearch={(typed) => { navigate(`/documents/${encodeURIComponent(codeOf(typed))}`) }}
      />
      {code === null ? <p className="muted">核验只告诉您文书是不是本局制发、是否已经撤回，不显示文书的内容。</p> : <Answer key={code} code={code} />}
    </Page>
  )
}

/** The code within what was typed: people type it in groups, in small letters, or with the whole address. */
function codeOf(typed: string): string {
  return (typed.split('/').findLast(part => part !== '') ?? '').replaceAll(/\W/gu, '').toUpperCase()
}

function Answer({ code }: Readonly<{ code: string }>) {
  const loaded = useLoad<CheckedDocument>(`/api/portal/document-checks/${encodeURIComponent(code)}`)
  if (loaded.status === 'loading') return <Loading what="文书信息" />
  if (loaded.status === 'failed') return <FailureNotice failure={loaded.failure} onRetry={loaded.retry} />
  const document = loaded.value
  return (
    <>
      <p className={document.withdrawnAt === null ? 'notice' : 'notice bad'}>
        {document.withdrawnAt === null ? <><strong>查到这一文书。</strong>请核对手中文书的名称、文号和日期是否与下列一致。</> : <><strong>这一文书已经撤回。</strong>撤回日期：{dayWords(document.withdrawnAt)}。</>}
      </p>
      <dl className="facts">
        <div><dt>名称</dt><dd>{document.title}</dd></div>
        <div><dt>文号</dt><dd>{document.number}</dd></div>
        <div><dt>制发机关</dt><dd>{document.bureauName}</dd></div>
        <div><dt>制发日期</dt><dd>{dayWords(document.issuedAt)}</dd></div>
        <div><dt>电子文书的 SHA-256</dt><dd className="digest">{document.sha256 === '' ? '尚未生成电子文书' : document.sha256}</dd></div>
      </dl>
      <FileCheck sha256={document.sha256} />
      <p className="muted">为保护当事人，这里不显示文书的内容。</p>
    </>
  )
}

/** The digest of a file is computed here: the file goes nowhere. */
function FileCheck({ sha256 }: Readonly<{ sha256: string }>) {
  const [result, setResult] = useState<'same' | 'different' | null>(null)
  if (sha256 === '') return null
  const check = async (file: File): Promise<void> => {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
    const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
    setResult(hex === sha256 ? 'same' : 'different')
  }
  return (
    <section>
      <h2>核对电子文件</h2>
      <p id="document-file-about">如有这一文书的 PDF 文件，可以在这里核对是否被改动。文件只在您的设备上计算，不会上传。</p>
      <p className="field">
        <label htmlFor="document-file" className="button plain file-button">选择 PDF 文件</label>
        <input id="document-file" type="file" className="visually-hidden" aria-describedby="document-file-about" accept="application/pdf" onChange={(event) => { const file = event.target.files?.[0]; if (file !== undefined) void check(file) }} />
      </p>
      <output>{result === null ? '' : result === 'same' ? '一致：这个文件就是本局制发的电子文书，没有被改动。' : '不一致：这个文件与本局制发的电子文书不同。'}</output>
    </section>
  )
}
