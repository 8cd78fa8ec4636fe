import type { ReactNode } from 'react'
import type { DrawRound, DrawView } from '../../../src/engines/draw/contract.ts'
import { momentText } from '../../kit/time-text.ts'
import { useInspectors } from '../inspection-programme/programme-api.ts'

type Step = NonNullable<DrawRound['assignment']>['steps'][number]
type Verdict = Step['tried'][number]['verdict']

const VERDICTS: Readonly<Record<Verdict, string>> = {
  'taken': '派出', 'recusal': '回避', 'unavailable': '不在岗', 'certificate': '证件不在有效期', 'department': '不属于席位要求的部门', 'same-team': '已在本组', 'same-town': '本镇街回避',
  'expertise': '专业不符', 'quota': '任务已满', 'others-left-short': '派出会使其他席位派不足（附证明）',
}

/** The rounds of a draw with their causes, and the log of who was tried for each place. */
export function RoundLog({ draw }: Readonly<{ draw: DrawView }>): ReactNode {
  const objects = new Map(draw.results.map(({ objectId, name }) => [objectId, name]))
  // Those tried and not taken stand in no team: their names come from the base of inspectors.
  const base = useInspectors().data?.rows ?? []
  const people = new Map([
    ...base.map(({ certificateNo, name }) => [certificateNo, name] as const),
    ...draw.results.flatMap(({ team }) => team.flatMap(member => (member === null ? [] : [[member.inspector, member.name] as const]))),
  ])
  return (
    <section className="panel">
      <h2>抽取过程<span className="page-count">{draw.heldRounds.length} 轮</span></h2>
      {draw.heldRounds.map(round => <Round key={round.round} round={round} objects={objects} people={people} />)}
    </section>
  )
}

type Names = ReadonlyMap<string, string>

function Round({ round, objects, people }: Readonly<{ round: DrawRound; objects: Names; people: Names }>): ReactNode {
  const { cause, assignment } = round
  const object = (id: string): string => objects.get(id) ?? id
  const person = (id: string): string => people.get(id) ?? id
  return (
    <div className="draw-source">
      <h3>第{round.round}轮 <span className="is-muted">{momentText(round.heldAt)} · {round.heldByName} · 抽中{round.drawn}户</span></h3>
      {cause === null ? null : (
        <ul className="basis-list">
          {cause.withdrawn.map(({ entity, reason }) => <li key={entity}>{object(entity)}退出：{reason}</li>)}
          {cause.unavailable.map(({ inspector, reason }) => <li key={inspector}>{person(inspector)}不能参加：{reason}</li>)}
          {cause.recused.map(({ entity, inspector, reason }) => <li key={`${entity} ${inspector}`}>{person(inspector)}回避{object(entity)}：{reason}</li>)}
        </ul>
      )}
      <dl className="fact-list code-facts"><div><dt>一次性码</dt><dd><code className="long-code">{round.code}</code></dd></div><div><dt>本轮密钥</dt><dd><code className="long-code">{round.key}</code></dd></div></dl>
      {assignment === null ? null : <Assignment assignment={assignment} object={object} person={person} />}
    </div>
  )
}

function Assignment({ assignment: { relaxed, isComplete, steps }, object, person }: Readonly<{ assignment: NonNullable<DrawRound['assignment']>; object: (id: string) => string; person: (id: string) => string }>): ReactNode {
  return (
    <>
      {relaxed.length === 0 ? null : <p className="is-unassigned">不能按全部条件派足，依公告次序放宽：{relaxed.join('、')}。</p>}
      {isComplete ? null : <p className="is-overdue">放宽全部条件仍不能派足，请补充检查人员后作废另抽，或更换条件。</p>}
      {steps.length === 0 ? null : (
        <details>
          <summary>派员过程（{steps.length}个席位）</summary>
          <ol className="step-log">
            {steps.map(({ task, slot, tried }) => (
              <li key={`${task} ${slot}`}>{object(task)} 第{slot + 1}席：{tried.map(({ inspector, verdict }, index) => <span key={inspector} className={verdict === 'taken' ? 'is-taken' : 'is-muted'}>{index === 0 ? '' : '；'}{person(inspector)} {VERDICTS[verdict]}</span>)}</li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}
