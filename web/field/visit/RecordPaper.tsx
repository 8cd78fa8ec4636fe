import { momentText } from '../../kit/time-text.ts'
import { Preview } from '../capture/Preview.tsx'
import type { SignedRecord } from '../device/rows.ts'
import { itemKeyOf, measuredOf } from './progress.ts'
import { ANSWER_WORDS } from './record-text.ts'
import type { KeptVisit } from './use-visit.ts'

/** The record as paper. It shows what the hash covers: the visit, each answer, the hash of each photo. */
export function RecordPaper({ kept, record }: Readonly<{ kept: KeptVisit; record: SignedRecord }>) {
  const { visit, answers, evidence } = kept
  const { task } = visit
  const rowOf = new Map(answers.map((row) => [itemKeyOf(row.checklistId, row.itemId), row]))
  const photosOf = (key: string | null): readonly string[] => evidence.filter(({ kind, state, checklistItemId }) => kind === 'photo' && state !== 'dropped' && checklistItemId === key).map(({ sha256 }) => sha256)
  const scene = photosOf(null)
  return (
    <article className="paper" aria-label="现场检查记录">
      <h2>现场检查记录</h2>
      <dl>
        <div><dt>编号</dt><dd>{task.number}</dd></div>
        <div><dt>被检查单位</dt><dd>{task.entity?.name ?? task.title}</dd></div>
        <div><dt>代码</dt><dd>{task.entity?.uscc ?? '无'}</dd></div>
        <div><dt>地址</dt><dd>{task.entity?.address ?? '不详'}</dd></div>
        <div><dt>检查地点</dt><dd>{visit.arrivedPlace === '' ? '未写明' : visit.arrivedPlace}</dd></div>
        <div><dt>时间</dt><dd>{visit.arrived === null ? '' : momentText(visit.arrived.at)} 至 {visit.leftAt === null ? '' : momentText(visit.leftAt)}{visit.arrived?.isServerCorrected === false ? '（手机时间，未校时）' : ''}</dd></div>
        <div><dt>执法人员</dt><dd>{task.officers.map(({ name, certificateNo }) => `${name}（${certificateNo ?? '无证件号'}）`).join('、')}，{visit.certificatesShown ? '已出示执法证件' : '未出示执法证件'}</dd></div>
      </dl>
      {visit.checklists.map((checklist) => (
        <table key={checklist.id}>
          <caption>{checklist.name}（{checklist.version}版）</caption>
          <thead><tr><th scope="col">检查项目</th><th scope="col">结果</th></tr></thead>
          <tbody>
            {checklist.items.map((item) => {
              const key = itemKeyOf(checklist.id, item.id)
              const row = rowOf.get(key)
              return (
                <tr key={item.id}>
                  <td>{item.says}
                    {row === undefined || row.found.trim() === '' ? null : <p>问题：{row.found.trim()}</p>}
                    {row === undefined || row.measured.trim() === '' || item.measured === null ? null : <p>{item.measured.label}：{measuredOf(row.measured) ?? row.measured.trim()}{item.measured.unit}</p>}
                    {photosOf(key).map((sha256) => <p key={sha256} className="hash">照片 {sha256}</p>)}
                  </td>
                  <td>{row?.answer === undefined || row.answer === null ? '未检查' : ANSWER_WORDS[row.answer]}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      ))}
      {scene.length === 0 ? null : <div><p>现场照片 {scene.length} 张</p>{scene.map((sha256) => <p key={sha256} className="hash">{sha256}</p>)}</div>}
      <p><strong>检查结果：</strong>{visit.results[visit.visitResult] ?? visit.visitResult}</p>
      {visit.found.trim() === '' ? null : <p><strong>现场情况：</strong>{visit.found.trim()}</p>}
      {visit.signing === 'refused' && visit.actionId !== null ? <p>当事人拒绝签名：{visit.refusalReason}。见证人：{visit.witnessName}。</p> : null}
      <p className="hash">记录摘要 SHA-256：{record.sha256}</p>
      <p className="muted">{momentText(record.madeAt)} 在执法手机上生成</p>
      <div className="signatures">
        {evidence.flatMap(({ id, kind, state, preview, signer, fileName, captured }) => (kind === 'signature' && state !== 'dropped' && signer !== null && preview !== null
          ? [<Preview key={id} picture={preview} words={`${fileName.replace(/\.png$/, '')}，${momentText(captured.at)}`} />] : []))}
      </div>
    </article>
  )
}
