import type { LedgerVerdict } from '../session/contract.ts'
import type { StoredEvent } from './stored-event.ts'

export type Fault = LedgerVerdict['faults'][number]

export type Faults = ReturnType<typeof collectFaults>

/** More are counted, not listed: a verdict stays readable and memory bounded. */
const MOST_LISTED = 1_000

const SOURCE_NAMES: Readonly<Record<string, string>> = { matter_event: '办件记录', entity_event: '主体变更记录', audit_event: '审计记录' }

/** Gathers faults in the words of the verdict. */
export function collectFaults() {
  const listed: Fault[] = []
  let count = 0
  const add = (fault: Fault): void => {
    count += 1
    if (listed.length < MOST_LISTED) listed.push(fault)
  }
  return {
    add,
    addEdited: (event: StoredEvent, how: string): void =>
      add({ kind: 'edited', source: event.source, id: event.id, says: `${sourceName(event.source)} ${event.id}${placeOf(event)}${how}。` }),
    addMissing: (key: Readonly<{ source: string; id: string }>, how: string): void =>
      add({ kind: 'deleted', source: key.source, id: key.id, says: `${sourceName(key.source)} ${key.id} ${how}。` }),
    count: (): number => count,
    list: (): readonly Fault[] => listed,
  }
}

export function sourceName(source: string): string {
  return SOURCE_NAMES[source] ?? source
}

/** Where an officer finds the event: its matter and number, entity, or who did what. */
export function placeOf({ columns }: StoredEvent): string {
  if (columns['matter_id']) return `（办件 ${columns['matter_id']} 第 ${columns['seq'] ?? '?'} 号）`
  if (columns['entity_id']) return `（市场主体 ${columns['entity_id']}）`
  return `（${columns['account_name'] ?? ''} ${columns['type'] ?? ''}）`
}
