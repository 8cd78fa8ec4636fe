import type { CheckedVisit } from '../../../src/domains/inspection/contract.ts'
import { dayWords } from '../date-words.ts'
import { Link } from '../Link.tsx'
import { FailureNotice, Loading } from '../LoadState.tsx'
import { navigate } from '../navigation.ts'
import { Page } from '../Page.tsx'
import { SearchBox } from '../SearchBox.tsx'
import { useLoad } from '../use-load.ts'

const TITLE = '核验入企检查'

/** Whether the inspection at the door was ordered: the code that the inspectors show, typed or scanned. */
export function VisitCheckPage({ code }: Readonly<{ code: string | null }>) {
  return (
    <Page title={TITLE}>
      <SearchBox
        key={code} label="入企码" placeholder="检查〔2026〕12号 ABCD-EFGH-JKLM" initial={code ?? ''} fewest={12} hint="检查人员手机上的编号和12位字母数字，也可以直接扫码"
        onSearch={(typed) => { navigate(`/visits/${encodeURIComponent(typed)}`) }}
      />
      {code === null ? <p className="muted">检查人员应当出示执法证件。不出示执法证件的，您有权拒绝检查。</p> : <Answer key={code} code={code} />}
    </Page>
  )
}

function Answer({ code }: Readonly<{ code: string }>) {
  const loaded = useLoad<CheckedVisit>(`/api/portal/visit-checks/${encodeURIComponent(code)}`)
  if (loaded.status === 'loading') return <Loading what="检查信息" />
  if (loaded.status === 'failed') return <FailureNotice failure={loaded.failure} onRetry={loaded.retry} />
  const visit = loaded.value
  return (
    <>
      <p className="notice"><strong>查到这次检查。</strong>请核对：被检查的是不是您的单位，检查人员出示的执法证件号码在不在下列之中。</p>
      <dl className="facts">
        <div><dt>检查编号</dt><dd>{visit.number}</dd></div>
        {visit.subjectName === null ? null : <div><dt>检查对象</dt><dd>{visit.subjectName}</dd></div>}
        <div><dt>检查机关</dt><dd>{visit.bureauName}{visit.officeName}</dd></div>
        <div><dt>检查计划</dt><dd>{visit.planTask ?? '计划外检查'}</dd></div>
        {visit.drawNumber === null ? null : <div><dt>抽取编号</dt><dd><Link to={`/draws/verify?${new URLSearchParams({ number: visit.drawNumber }).toString()}`}>{visit.drawNumber}</Link></dd></div>}
        <div><dt>检查日期</dt><dd>{daysOf(visit)}</dd></div>
        <div><dt>执法证号</dt><dd>{visit.certificates.length === 0 ? '没有登记，请向本局核实' : <ul>{visit.certificates.map(({ no, validUntil }) => <li key={no}>{no}{validUntil === null ? '' : `（有效期至${dayWords(validUntil)}）`}</li>)}</ul>}</dd></div>
      </dl>
      <p className="muted">单位、人员、证号或者日期对不上的，请不要接受检查，并向本局核实。检查办结后，入企码不再有效。</p>
    </>
  )
}

function daysOf({ plannedFrom, plannedUntil }: CheckedVisit): string {
  if (plannedFrom === null && plannedUntil === null) return '没有限定'
  return `${plannedFrom === null ? '' : dayWords(plannedFrom)}至${plannedUntil === null ? '办结' : dayWords(plannedUntil)}`
}
