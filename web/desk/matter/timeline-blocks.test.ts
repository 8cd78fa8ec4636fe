import { expect, test } from 'vitest'
import type { TimelineEntry } from '../../../src/engines/procedure/contract.ts'
import { timelineBlocks } from './timeline-blocks.ts'

const entry = (seq: number, at: string, kind: TimelineEntry['kind'], actorName = '甲'): TimelineEntry => ({ id: `e${seq}`, seq, at, actorName, kind, title: kind, detail: null, step: null, facts: [] })

test('what follows from a step stands under it', () => {
  const entries = [entry(4, '2026-11-02T00:00:00.000Z', 'note'), entry(3, '2026-11-01T00:00:00.000Z', 'document'), entry(2, '2026-11-01T00:00:00.000Z', 'clock'), entry(1, '2026-11-01T00:00:00.000Z', 'step')]
  expect(timelineBlocks(entries).map(block => [block.lead.id, block.others.map(other => other.id)])).toEqual([['e4', []], ['e1', ['e2', 'e3']]])
})

test('two people at one moment stay apart', () => {
  const at = '2026-11-01T00:00:00.000Z'
  expect(timelineBlocks([entry(2, at, 'note', '乙'), entry(1, at, 'step', '甲')])).toHaveLength(2)
})
