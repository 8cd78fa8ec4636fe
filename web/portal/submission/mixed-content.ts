import type { FormKind } from './draft.ts'

// Words that usually belong to the other form. A hint only: the citizen decides.
const ASKS_FOR_PUNISHMENT = /举报|查处|处罚|罚款|立案|取缔|吊销|严惩/u
const ASKS_FOR_REDRESS = /退款|退货|退钱|退还|换货|赔偿|赔付|退一赔|赔我|维修|修理/u

/** The words in a complaint that sound like a report, or in a report that sound like a complaint; none when it is all of one kind. */
export function wordsOfOtherKind(kind: FormKind, content: string): string | null {
  return (kind === 'complaint' ? ASKS_FOR_PUNISHMENT : ASKS_FOR_REDRESS).exec(content)?.[0] ?? null
}
