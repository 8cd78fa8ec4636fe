import { formatDate } from '../../kernel/calendar-date.ts'
import { formatPeriod } from '../../kernel/period.ts'
import type { TimelineEntry } from './contract.ts'
import type { AnyProcedure } from './definition.ts'
import type { ClockState, Due, Facts, MatterEvent } from './matter.ts'
import { factText } from './view-words.ts'
import type { NameOf } from './view-words.ts'

type Told = Pick<TimelineEntry, 'kind' | 'title' | 'detail' | 'step'> & Readonly<{ facts: TimelineEntry['facts'] }>

const told = (kind: TimelineEntry['kind'], title: string, detail: string | null = null): Told => ({ kind, title, detail, step: null, facts: [] })

/** One event in words. */
export function tell(procedure: AnyProcedure, event: MatterEvent, nameOf: NameOf): Told {
  const textOf = (value: unknown): string => (event.type === 'corrected' ? factText(procedure.facts[event.field], value, nameOf) : '') || '（空）'
  switch (event.type) {
    case 'opened': return { ...told('opened', procedure.opening.name, event.matter.number), facts: factsInWords(procedure, event.matter.facts, nameOf) }
    case 'step-taken': return {
      kind: 'step', title: procedure.steps[event.step]?.name ?? event.step, step: event.step, facts: factsInWords(procedure, { ...event.input, ...withoutGrown(event.computed, event.input) }, nameOf),
      detail: [event.from === event.to ? '' : `${procedure.states[event.from] ?? event.from} → ${procedure.states[event.to] ?? event.to}`, event.proposal === undefined ? '' : `${event.proposal.madeByName}拟办，${event.proposal.approvedByName}审批（第 ${event.proposal.revision} 稿）`].filter((part) => part !== '').join('；') || null,
    }
    case 'clock-started': return told('clock', `“${clockName(procedure, event.clock.kind)}”开始计算`, endOf(event.clock))
    case 'clock-changed': return told('clock', `“${clockName(procedure, event.clock.kind)}”${CHANGES[event.change]}`, endOf(event.clock))
    case 'clock-stopped': return told('clock', `“${clockName(procedure, event.kind)}”停止计算`, event.isMet ? '在期限内' : '已超过期限')
    case 'closed': return told('closed', '办结', procedure.outcomes[event.outcome] ?? event.outcome)
    case 'assigned': return told('assignment', `分派给${event.toName}`)
    case 'handed-over': return told('assignment', `移交${event.officeName}`, event.reason)
    case 'noted': return told('note', '记录', event.text)
    case 'attached': return told('attachment', `附件：${event.attachment.name}`, `SHA-256 ${event.attachment.sha256.slice(0, 16)}…`)
    case 'linked': return told('link', `${LINKS[event.kind] ?? '关联'}：${event.otherNumber}`, event.reason)
    case 'chased': return told('chase', '督办', event.text)
    case 'message-sent': return told('message', '告知当事人', event.text)
    case 'recused': return told('assignment', `${event.accountName}回避`, event.reason)
    case 'corrected': return told('correction', `更正：${event.label}`, `${textOf(event.before)} → ${textOf(event.after)}（${event.reason}）`)
    case 'subject-identified': return told('link', `认定主体：${event.name}`, event.reason)
    case 'document-issued': return told('document', event.document.title, event.document.number)
    case 'document-withdrawn': return told('document', `撤回文书 ${event.number}`, event.reason)
    case 'proposed': return { ...told('proposal', `拟办“${procedure.steps[event.step]?.name ?? event.step}”（第 ${event.revision} 稿）`, event.comment ?? null), facts: factsInWords(procedure, event.input, nameOf) }
    case 'proposal-returned': return told('proposal', `退回“${procedure.steps[event.step]?.name ?? event.step}”（第 ${event.revision} 稿）`, event.comment)
    case 'proposal-approved': return told('proposal', `同意“${procedure.steps[event.step]?.name ?? event.step}”（第 ${event.revision} 稿）`, event.comment ?? null)
  }
}

const CHANGES = { 'paused': '暂停', 'resumed': '恢复计算', 'extended': '延长', 're-derived': '重新计算' } as const
export const LINKS: Readonly<Record<string, string>> = { duplicate: '疑似重复', related: '相关办件', child: '派生办件', parent: '来源办件', split: '拆分办件' }

const clockName = (procedure: AnyProcedure, kind: string) => procedure.clocks[kind]?.name ?? kind

/** Where a clock ends, in words. */
export function endOf({ due, limit }: Pick<ClockState, 'due' | 'limit'>): string {
  return due.status === 'determined' ? `${formatPeriod(limit)}，${dueWords(due)}` : dueWords(due)
}

export function dueWords(due: Due): string {
  switch (due.status) {
    case 'determined': return `到 ${formatDate(due.dueOn)} 止`
    case 'paused': return `已暂停，剩余 ${formatPeriod(due.remaining)}`
    case 'undetermined': return due.says
  }
}

/** Where a form adds to a list, what it adds is told, not the whole list again. */
function withoutGrown(computed: Facts, input: Facts): Facts {
  return Object.fromEntries(Object.entries(computed).filter(([key]) => input[`${key}Added`] === undefined))
}

export function factsInWords(procedure: AnyProcedure, facts: Facts, nameOf: NameOf): TimelineEntry['facts'] {
  return Object.entries(facts).flatMap(([key, value]) => {
    const text = factText(procedure.facts[key], value, nameOf)
    return text === '' ? [] : [{ label: procedure.facts[key]?.label ?? key, value: text }]
  })
}
