import type { TimelineEntry } from '../../../src/engines/procedure/contract.ts'

/** What one person did at one moment: the act itself and what followed from it, in the order it happened. */
export type TimelineBlock = Readonly<{ key: string; at: string; actorName: string; lead: TimelineEntry; others: readonly TimelineEntry[] }>

/** Folds entries (newest first) of the same moment and person into one block, whose lead came first. */
export function timelineBlocks(entries: readonly TimelineEntry[]): readonly TimelineBlock[] {
  const blocks: TimelineEntry[][] = []
  for (const entry of entries) {
    const open = blocks.at(-1)
    const last = open?.at(-1)
    if (open !== undefined && last?.at === entry.at && last.actorName === entry.actorName) open.push(entry)
    else blocks.push([entry])
  }
  return blocks.flatMap((block) => {
    const [lead, ...others] = block.toReversed()
    return lead === undefined ? [] : [{ key: lead.id, at: lead.at, actorName: lead.actorName, lead, others }]
  })
}
