import type { FieldDay, FieldTask } from '../../../src/domains/inspection/contract.ts'
import { formatDate } from '../../../src/kernel/calendar-date.ts'
import { momentText } from '../../kit/time-text.ts'
import { PhotoStrip } from '../capture/PhotoStrip.tsx'
import { stored } from '../device/storage-faults.ts'
import { useSavedChoice } from '../device/use-saved-choice.ts'
import { addressOfPlace } from '../frame/use-place.ts'
import { EntryCode } from './EntryCode.tsx'
import { ResultForm } from './ResultForm.tsx'
import { answersOf, progressOf } from './progress.ts'
import type { KeptVisit } from './use-visit.ts'
import { beginVisit, changeVisit } from './visit-store.ts'
import { useSavedText } from './use-saved-text.ts'

type TaskPageProps = Readonly<{ accountId: string; day: FieldDay | null; task: FieldTask; onServer: FieldTask | null; kept: KeptVisit | null }>

/** One visit: what is known of the enterprise, who goes, then the visit itself from the door to the record. */
export function TaskPage({ accountId, day, task, onServer, kept }: TaskPageProps) {
  return (
    <>
      <p><a className="back" href="#/">‹ 返回任务</a></p>
      <h2>{task.entity?.name ?? task.title}</h2>
      <p className="muted">{task.number} · {task.isAnnounced ? '事先告知' : '不预先告知'} · {task.stateName}</p>
      {kept !== null && onServer !== null && onServer.state !== kept.visit.task.state && kept.action === null
        ? <p className="notice">检查开始后，服务器上本事项变为“{onServer.stateName}”。本机记录不受影响，提交时由您决定如何处理。</p> : null}
      <EntityFacts task={task} />
      <Officers task={task} />
      <details className="block"><summary>入企码（请企业扫码核验）</summary><EntryCode code={task.entryCode} /></details>
      {kept === null ? <Door accountId={accountId} day={day} task={task} /> : <Visit kept={kept} />}
    </>
  )
}

function EntityFacts({ task }: Readonly<{ task: FieldTask }>) {
  const { entity, earlier } = task
  return (
    <details className="block">
      <summary>企业信息和以往检查（{earlier.length}）</summary>
      {entity === null ? <p>本任务没有关联登记主体：{task.title}</p> : (
        <dl>
          <div><dt>代码</dt><dd>{entity.uscc ?? '无'}</dd></div>
          <div><dt>地址</dt><dd>{entity.townName ?? ''} {entity.address ?? '不详'}</dd></div>
          <div><dt>负责人</dt><dd>{entity.legalRepresentative ?? '不详'}</dd></div>
          <div><dt>行业</dt><dd>{entity.industryName ?? '不详'}</dd></div>
        </dl>
      )}
      {earlier.length === 0 ? <p className="muted">系统中没有以往检查。</p> : <ul>{earlier.map(({ number, closedOn, resultName }) => <li key={number}>{closedOn === null ? '未办结' : formatDate(closedOn)}：{resultName}（{number}）</li>)}</ul>}
    </details>
  )
}

function Officers({ task }: Readonly<{ task: FieldTask }>) {
  return (
    <section className="block" aria-label="执法人员">
      <h3>执法人员 {task.officers.length} 人</h3>
      <ul>{task.officers.map(({ accountId, name, certificateNo, certificateUntil }) => (
        <li key={accountId}>{name}，{certificateNo === null ? <span className="fault">没有登记执法证件</span> : `证件号 ${certificateNo}${certificateUntil === null ? '' : `，有效期至${formatDate(certificateUntil)}`}`}</li>))}
      </ul>
    </section>
  )
}

function Door({ accountId, day, task }: Readonly<{ accountId: string; day: FieldDay | null; task: FieldTask }>) {
  if (day === null) return <p className="notice bad">本机没有这项任务的检查表，请联网更新后再开始。</p>
  if (!task.openSteps.includes('recordVisit')) return <p className="notice">服务器上本事项现为“{task.stateName}”，您现在不能提交现场检查记录。</p>
  return <button type="button" className="button" onClick={() => { void stored(beginVisit(accountId, day, task)) }}>到场，开始检查</button>
}

function Visit({ kept }: Readonly<{ kept: KeptVisit }>) {
  const { visit, evidence } = kept
  const isLocked = visit.record !== null
  const answers = answersOf(kept.answers)
  const [place, typePlace] = useSavedText(visit.arrivedPlace, { of: 'visit', key: visit.key, field: 'arrivedPlace' })
  const [isShown, chooseShown] = useSavedChoice(visit.certificatesShown, (certificatesShown) => changeVisit(visit.key, { certificatesShown }))
  return (
    <>
      <section className="block" aria-label="到场">
        <h3>1 到场</h3>
        <p>到场时间 {visit.arrived === null ? '未记录' : `${momentText(visit.arrived.at)}${visit.arrived.isServerCorrected ? '' : '（手机时间，未校时）'}`}</p>
        <p>{visit.placeSays}</p>
        <label htmlFor="arrived-place">检查地点</label>
        <input id="arrived-place" type="text" disabled={isLocked} value={place} placeholder="例如：营业厅、仓库" onChange={(event) => { typePlace(event.target.value) }} />
        {isLocked || place.trim() !== '' || visit.task.entity?.address == null ? null
          : <button type="button" className="quiet wide" onClick={() => { typePlace(visit.task.entity?.address ?? '') }}>在登记地址：{visit.task.entity.address}</button>}
        <label className="check">
          <input type="checkbox" disabled={isLocked} checked={isShown} onChange={(event) => { chooseShown(event.target.checked) }} />
          <span>已向当事人出示执法证件</span>
        </label>
      </section>
      <section className="block" aria-label="检查表">
        <h3>2 检查表</h3>
        {visit.checklists.length === 0 ? <p>本任务没有检查表，请在检查结果中写明情况。</p> : null}
        {visit.checklists.map((checklist) => {
          const { filled, total, faults } = progressOf([checklist], answers)
          return (
            <a key={checklist.id} className="next-page" href={addressOfPlace({ page: 'checklist', matterId: visit.matterId, checklistId: checklist.id })}>
              <strong>{checklist.name}</strong><span>已填 {filled}/{total}{faults === 0 ? '' : `，不合格 ${faults} 项`} ›</span>
            </a>
          )
        })}
      </section>
      <section className="block" aria-label="现场照片">
        <h3>3 现场照片</h3>
        <PhotoStrip accountId={visit.accountId} visitKey={visit.key} matterId={visit.matterId} checklistItemId={null} evidence={evidence} label="现场" isLocked={isLocked} />
      </section>
      <ResultForm kept={kept} />
    </>
  )
}
