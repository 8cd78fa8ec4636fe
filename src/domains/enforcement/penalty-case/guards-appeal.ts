import { formatDate } from '../../../kernel/calendar-date.ts'
import { cite } from '../../../kernel/citation.ts'
import { dueOnOf, lastClock } from './record.ts'
import type { CaseGuard } from './record.ts'

const litigation = (article: string) => cite('administrative-litigation-law', article)

export const reconsiderationMustNotFollowTheCourt: CaseGuard = {
  name: 'reconsiderationMustNotFollowTheCourt', cite: cite('reconsideration-law', '第二十九条'), needsInput: true,
  check: ({ matter, input }) => (input.appealKind === 'reconsideration' && appealsOf(matter.facts).some(({ kind }) => kind !== 'reconsideration')
    ? { says: '人民法院已经受理行政诉讼的，不得再申请行政复议。', do: '请核对“救济途径”。' } : null),
}

export const secondInstanceMustFollowTheFirst: CaseGuard = {
  name: 'secondInstanceMustFollowTheFirst', cite: litigation('第八十五条'), needsInput: true,
  check: ({ matter, input }) => {
    const last = appealsOf(matter.facts).at(-1)
    if (input.appealKind === 'second-instance') return last?.kind === 'litigation' && last.until !== undefined ? null : { says: '没有已经作出的第一审裁判，不能登记第二审。', do: '请先登记第一审和它的结果。' }
    return input.appealKind === 'litigation' && appealsOf(matter.facts).some(({ kind }) => kind === 'second-instance') ? { says: '本案已经过第二审，裁判已经生效。', do: '请核对“救济途径”。' } : null
  },
}

export const remedyPeriodMustRunOutByItself: CaseGuard = {
  name: 'remedyPeriodMustRunOutByItself', cite: litigation('第四十五条'),
  check: ({ matter, today }) => {
    const dueOn = dueOnOf(lastClock(matter, 'nextRemedy'))
    return dueOn !== null && today > dueOn ? null : { says: '对复议决定起诉或者对第一审判决上诉的期限尚未届满。', do: '请等待期限届满。' }
  },
}

export const appealIsNotFinalBeforeTheNextRemedyEnds: CaseGuard = {
  name: 'appealIsNotFinalBeforeTheNextRemedyEnds', cite: litigation('第四十五条'), needsInput: true,
  check: ({ matter, facts, input }) => {
    const last = appealsOf(matter.facts).at(-1)
    if (last?.servedOn === undefined && facts.appealResult !== 'withdrawn') return null
    const dueOn = dueOnOf(lastClock(matter, facts.appealResult === 'withdrawn' ? 'appeal' : 'nextRemedy'))
    if (dueOn === null || last?.kind === 'second-instance' || (input.appealFinalOn ?? '') >= dueOn) return null
    return { says: `当事人在${formatDate(dueOn)}前仍可起诉或者上诉，此前救济程序没有终了。`, do: '请核对日期；三个月的申请强制执行期限自最后生效之日起算。', ...(last?.kind === 'litigation' ? { cite: litigation('第八十五条') } : {}) }
  },
}

type Appeal = Readonly<{ kind?: unknown; until?: unknown; servedOn?: unknown }>

/** The appeals before this step: its own form is not among them. */
function appealsOf(known: Readonly<Record<string, unknown>>): readonly Appeal[] {
  const rows: readonly Appeal[] = Array.isArray(known['appeals']) ? known['appeals'] : []
  return rows
}
