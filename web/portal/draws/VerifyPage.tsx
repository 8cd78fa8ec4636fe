import { useState } from 'react'
import type { FormEvent } from 'react'
import type { PortalDraw } from '../../../src/engines/draw/contract.ts'
import { Link } from '../Link.tsx'
import { FailureNotice, Loading } from '../LoadState.tsx'
import { Page } from '../Page.tsx'
import { useLoad } from '../use-load.ts'
import { HashText } from './HashText.tsx'
import { useVerification } from './use-verification.ts'
import type { Verification } from './use-verification.ts'
import { VerificationResult } from './VerificationResult.tsx'
import './draws.css'

const HASH = /^[0-9a-f]{64}$/

/** Computes a draw again in this browser: one of this website, or a file the visitor has. */
export function VerifyPage({ number }: Readonly<{ number: string | null }>) {
  const verification = useVerification()
  return (
    <Page title="核验抽取" className="draws">
      <p>核验在您的手机或电脑里进行：用证明文件里的名单、一次性码和开奖号码，把整个抽签从头再算一遍，逐项与公布的结果对照。不需要相信我们的服务器，您选择的文件也不会上传。</p>
      {number === null ? <FileForm verification={verification} /> : <PublishedDraw key={number} number={number} verification={verification} />}
      <VerificationResult verification={verification} />
    </Page>
  )
}

/** A draw of this website, with the hash published before it. */
function PublishedDraw({ number, verification }: Readonly<{ number: string; verification: Verification }>) {
  const draw = useLoad<PortalDraw>(`/api/portal/draws/${encodeURIComponent(number)}`)
  const [own, setOwn] = useState('')
  if (draw.status === 'loading') return <Loading what="这次抽取" />
  if (draw.status === 'failed') return draw.failure.kind === 'not-found' ? <p>没有编号为“{number}”的抽取。<Link to="/draws">看全部抽取</Link></p> : <FailureNotice failure={draw.failure} onRetry={draw.retry} />
  const { title, announcementHash, rounds } = draw.value
  const typed = hashTyped(own)
  return (
    <>
      <p><Link to={`/draws/${encodeURIComponent(number)}`}><strong>{title}</strong></Link>（{number}）</p>
      {rounds === 0 ? <p className="notice">这次抽取还没有结果，暂时不能核验。</p> : (
        <>
          <p>抽取前公布的公告杂凑值：<HashText hash={announcementHash} /></p>
          <details className="plain-details">
            <summary>我在抽取以前抄下了公告的杂凑值</summary>
            <HashField value={own} onChange={setOwn} />
          </details>
          <p className="actions"><button type="button" className="button" disabled={verification.state.stage === 'working' || typed === undefined} onClick={() => { verification.verify({ address: `/api/portal/draws/${encodeURIComponent(number)}/bundle.json` }, typed ?? announcementHash) }}>从头核验</button></p>
        </>
      )}
    </>
  )
}

/** A file the visitor has, and the hash of its announcement if one was written down. */
function FileForm({ verification }: Readonly<{ verification: Verification }>) {
  const [file, setFile] = useState<File | null>(null)
  const [own, setOwn] = useState('')
  const typed = hashTyped(own)
  const start = (event: FormEvent): void => {
    event.preventDefault()
    if (file !== null && typed !== undefined) verification.verify({ file }, typed)
  }
  return (
    <form onSubmit={start}>
      <p>这里核验您手里的证明文件。本网站公布的抽取，请从<Link to="/draws">历次抽取</Link>里选择。</p>
      <div className="field">
        <label htmlFor="bundle-file" className="button plain file-button">{file === null ? '选择证明文件' : '换一个文件'}</label>
        <p className="hint">{file === null ? '从本网站下载的 .json 文件' : `已选择：${file.name}`}</p>
        <input id="bundle-file" type="file" className="visually-hidden" accept=".json,application/json" onChange={(event) => { setFile(event.target.files?.[0] ?? null) }} />
      </div>
      <HashField value={own} onChange={setOwn} />
      <p className="actions"><button type="submit" className="button" disabled={file === null || typed === undefined || verification.state.stage === 'working'}>从头核验</button></p>
    </form>
  )
}

function HashField({ value, onChange }: Readonly<{ value: string; onChange: (value: string) => void }>) {
  const isFaulty = hashTyped(value) === undefined
  return (
    <div className={isFaulty ? 'field has-fault' : 'field'}>
      <label htmlFor="own-hash">公告的杂凑值<span className="optional">（可以不填）</span></label>
      <p id="own-hash-hint" className={isFaulty ? 'fault' : 'hint'}>{isFaulty ? '杂凑值应为64位数字和字母a到f，请核对是否抄全。' : '填写后，还会检查文件里的公告是不是抽取以前公布的那一份。'}</p>
      <input id="own-hash" value={value} autoComplete="off" spellCheck={false} aria-describedby="own-hash-hint" aria-invalid={isFaulty} onChange={(event) => { onChange(event.target.value) }} />
    </div>
  )
}

/** The hash without its spaces; null when nothing is typed, undefined when it is no hash. */
function hashTyped(text: string): string | null | undefined {
  const hash = text.replaceAll(/\s/gu, '').toLowerCase()
  if (hash === '') return null
  return HASH.test(hash) ? hash : undefined
}
