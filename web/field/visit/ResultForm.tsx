import { useState } from 'react'
import { stored } from '../device/storage-faults.ts'
import { useSavedChoice } from '../device/use-saved-choice.ts'
import { addressOfPlace, goTo } from '../frame/use-place.ts'
import { answersOf } from './progress.ts'
import type { KeptVisit } from './use-visit.ts'
import { lacksOfVisit } from './visit-input.ts'
import type { Lack } from './visit-input.ts'
import { changeVisit, makeRecord } from './visit-store.ts'
import { useSavedText } from './use-saved-text.ts'

/** The result of the visit and the way to the record; what is still missing is listed, each with a way to it. */
export function ResultForm({ kept }: Readonly<{ kept: KeptVisit }>) {
  const { visit } = kept
  const [hasTried, setHasTried] = useState(false)
  const [found, typeFound] = useSavedText(visit.found, { of: 'visit', key: visit.key, field: 'found' })
  const [result, chooseResult] = useSavedChoice(visit.visitResult, (visitResult) => changeVisit(visit.key, { visitResult }))
  const isLocked = visit.record !== null
  const lacks = lacksOfVisit({ ...visit, found, visitResult: result }, answersOf(kept.answers), kept.evidence)
  const advice = lacks.filter(({ place }) => place === 'advice')
  const needed = lacks.filter(({ place }) => place !== 'advice')
  const make = async (): Promise<void> => {
    if (!await stored(changeVisit(visit.key, { found, visitResult: result })) || !await stored(makeRecord(visit.key))) return
    goTo({ page: 'record', matterId: visit.matterId })
  }
  return (
    <section className="block" aria-label="检查结果">
      <h3>4 检查结果</h3>
      <div role="radiogroup" aria-label="检查结果">
        {Object.entries(visit.results).map(([id, words]) => (
          <label key={id} className="check">
            <input type="radio" name="visit-result" disabled={isLocked} checked={result === id} onChange={() => { chooseResult(id) }} />
            <span>{words}</span>
          </label>
        ))}
      </div>
      <label htmlFor="visit-found">现场情况</label>
      <textarea id="visit-found" rows={4} disabled={isLocked} value={found} onChange={(event) => { typeFound(event.target.value) }} />
      {hasTried && !isLocked && needed.length > 0 ? <div className="notice bad" role="alert"><Lacks says={`还有 ${needed.length} 处没有完成：`} lacks={needed} /></div> : null}
      {hasTried && !isLocked && needed.length === 0 && advice.length > 0 ? (
        <div className="notice bad" role="alert">
          <Lacks says={`有 ${advice.length} 处，服务器很可能不予接收：`} lacks={advice} />
          <button type="button" className="quiet wide" onClick={() => { void make() }}>已核对，仍生成记录</button>
        </div>
      ) : null}
      {isLocked ? <a className="button as-link" href={addressOfPlace({ page: 'record', matterId: visit.matterId })}>查看检查记录</a>
        : <button type="button" className="button" onClick={() => { setHasTried(true); if (lacks.length === 0) void make() }}>生成检查记录</button>}
    </section>
  )
}

function Lacks({ says, lacks }: Readonly<{ says: string; lacks: readonly Lack[] }>) {
  return (
    <>
      <p>{says}</p>
      <ul>{lacks.slice(0, 8).map((lack) => <li key={`${lack.where} ${lack.says}`}>{lack.where}：{lack.says}</li>)}{lacks.length > 8 ? <li>……</li> : null}</ul>
    </>
  )
}
