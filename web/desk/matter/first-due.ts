import type { ClockView } from '../../../src/engines/procedure/contract.ts'

// A paused clock presses last: its end is not known.
const endOf = ({ due }: Pick<ClockView, 'due'>): string => due.status === 'determined' ? due.dueAt : due.status === 'undetermined' ? due.notBeforeAt : '9999'

/** The clocks that are not stopped, the one that ends first before the others. */
export function openClocks<C extends Pick<ClockView, 'due' | 'status'>>(clocks: readonly C[]): readonly C[] {
  return clocks.filter(clock => clock.status !== 'stopped').toSorted((a, b) => endOf(a) < endOf(b) ? -1 : 1)
}

/** The open clock that ends first; null when none is open. */
export function firstDue<C extends Pick<ClockView, 'due' | 'status'>>(clocks: readonly C[]): C | null {
  return openClocks(clocks)[0] ?? null
}
