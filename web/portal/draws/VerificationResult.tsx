import { withoutStop } from '../../../src/kernel/sentence.ts'
import { momentWords } from './draw-words.ts'
import type { Check, CheckState } from './check-list.ts'
import { EntityLookup } from './EntityLookup.tsx'
import { HashText } from './HashText.tsx'
import { StrataTable } from './StrataTable.tsx'
import type { Verification } from './use-verification.ts'
import { VerifiedList } from './VerifiedList.tsx'
import type { VerifyReport } from './verify-messages.ts'

const MARKS: Readonly<Record<CheckState, readonly [mark: string, word: string]>> = {
  'ok': ['✓', '通过'], 'failed': ['✗', '不通过'], 'not-run': ['—', '前面已有不通过，没有继续'], 'not-compared': ['—', '没有比对'],
}

/** What the check is doing, and what it found. */
export function VerificationResult({ verification }: Readonly<{ verification: Verification }>) {
  const { state } = verification
  switch (state.stage) {
    case 'idle': return null
    case 'working': return <Progress doing={state.doing} done={state.done} of={state.of} />
    case 'unreadable': return <div aria-live="polite"><p className="notice bad" role="alert">{state.says}</p><CheckItems checks={state.checks} /></div>
    case 'verified': return <Report report={state.report} verification={verification} />
  }
}

function Progress({ doing, done, of }: Readonly<{ doing: 'reading' | 'checking'; done: number; of: number }>) {
  const words = doing === 'reading'
    ? `正在读取证明文件${done === 0 ? '' : `，已读${(done / 1_048_576).toFixed(1)} MB`}……`
    : `正在重新计算：已完成约${of === 0 ? 0 : Math.floor((done * 100) / of)}%（${done}次杂凑运算）……`
  return (
    <div className="verify-progress">
      <output>{words}</output>
      {of === 0 ? <progress aria-label="核验进度" /> : <progress aria-label="核验进度" value={done} max={of} />}
    </div>
  )
}

function Report({ report, verification }: Readonly<{ report: VerifyReport; verification: Verification }>) {
  const failed = report.checks.filter(({ state }) => state === 'failed').length
  return (
    <section aria-live="polite">
      <h2>{report.isSound ? '核验通过' : '核验不通过'}</h2>
      <p className={report.isSound ? 'notice good' : 'notice bad'} role={report.isSound ? 'status' : 'alert'}>
        {report.isSound ? soundWords(report) : `${failed}项不通过：这个文件与它自己的公告或者规则对不上，其中的结果不可信。请把文件和下面的说明提供给我局，也可以拨打12345反映。`}
      </p>
      <p className="muted">{report.title}（{report.drawId}，本系列第{report.number}次），{momentWords(report.announcedAt)}公告。</p>
      <CheckItems checks={report.checks} />
      <p className="hint">共做{report.hashCount}次杂凑运算{report.hashName === '' ? '' : `（${report.hashName}）`}，用时{report.seconds < 0.1 ? '不到0.1' : report.seconds.toFixed(1)}秒，全部在您的设备上完成。</p>
      {report.isSound ? <Sound report={report} verification={verification} /> : null}
    </section>
  )
}

function soundWords({ status, voidReason, entities }: VerifyReport): string {
  if (status === 'void') return `文件前后一致。但这次抽取已经作废，不作为检查依据。理由：${withoutStop(voidReason ?? '')}。`
  if (status === 'open') return '公告部分前后一致。这次抽取还没有结果。'
  const gone = entities.filter(({ withdrawnReason }) => withdrawnReason !== null).length
  return `抽中的${entities.length - gone}户${gone === 0 ? '' : `（另有${gone}户抽中后退出）`}和检查人员，都是按公告的规则、名单和号码算出来的，与公布的结果完全一致。`
}

function Sound({ report, verification }: Readonly<{ report: VerifyReport; verification: Verification }>) {
  return (
    <>
      {report.checks.some(({ state }) => state === 'not-compared') ? <p className="notice">还差一步：文件如果连公告一起被整个换掉，仍然能前后一致。请把下面的杂凑值与抽取以前公布的对照：<HashText hash={report.announcementHash} /></p> : null}
      <EntityLookup verification={verification} />
      <h2>各层级抽取数量</h2>
      <StrataTable strata={report.strata} />
      {report.entities.length === 0 ? null : <VerifiedList entities={report.entities} />}
    </>
  )
}

function CheckItems({ checks }: Readonly<{ checks: readonly Check[] }>) {
  if (checks.length === 0) return null
  return (
    <ol className="checks">
      {checks.map(({ id, says, state, faults }) => (
        <li key={id} className={`check-${state}`}>
          <span className="check-mark" aria-hidden="true">{MARKS[state][0]}</span>
          <span>{says}<span className={state === 'ok' ? 'visually-hidden' : 'check-word'}>（{MARKS[state][1]}）</span></span>
          {faults.length === 0 ? null : <ul>{faults.map((fault) => <li key={fault}>{fault}</li>)}</ul>}
        </li>
      ))}
    </ol>
  )
}
