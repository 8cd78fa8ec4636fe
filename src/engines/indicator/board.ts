import { yearOf } from '../../kernel/calendar-date.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import type { IndicatorBoard, IndicatorStatus, IndicatorTile } from './contract.ts'
import { evaluate } from './evaluate.ts'
import type { Question } from './evaluate.ts'

/** The whole board: the plan's numbered indicators and the targets of its text, with how many stand in each status. */
export async function boardOf({ client }: ScopedTransaction, question: Question): Promise<IndicatorBoard> {
  const tiles = await evaluate(client, question.catalogue.definitions, question)
  const isText = ({ id }: IndicatorTile): boolean => id.startsWith('t')
  const numbered = tiles.filter((tile) => !isText(tile))
  return { asOf: question.asOf.on, year: yearOf(question.period.until), tiles: numbered, textTargets: tiles.filter(isText), summary: summaryOf(numbered) }
}

function summaryOf(tiles: readonly IndicatorTile[]): IndicatorBoard['summary'] {
  const counts: Record<IndicatorStatus, number> = {
    'achieved': 0, 'not-achieved': 0, 'on-track': 0, 'needs-acceleration': 0, 'limited': 0, 'deteriorating': 0, 'open-gap': 0, 'insufficient-sample': 0, 'no-value': 0,
  }
  for (const { judgement } of tiles) counts[judgement.status] += 1
  return counts
}
