import type { Bundle } from '../../../src/engines/draw/bundle.ts'

/** How many hashes the check of a bundle takes, so that progress is a true share: lists, tickets, commitments, order of inspectors. */
export function hashCountOf({ announcement, frame, inspectors, rounds }: Bundle): number {
  // A leaf and its share of the tree for each row, and two hashes for each ticket.
  const lists = 2 * frame.length + 3 * inspectors.length
  const tickets = rounds.length === 0 ? 0 : 2 * frame.reduce((sum, { chances }) => sum + chances, 0)
  const held = rounds.reduce((sum, { drawn, assignment }) => sum + drawn.length + 2 * (assignment?.order.length ?? 0) + 2 * inspectors.length * (assignment?.steps.length ?? 0), 0)
  return lists + tickets + held + announcement.chain.length
}
