/** `draw|T|item|stratum|entity`; with several chances one label each, `…|1` to `…|k` (Efraimidis and Spirakis by integers). */
export function entityLabels(draw: { readonly drawId: string; readonly item: string }, row: { readonly id: string; readonly stratum: string; readonly chances: number }): readonly string[] {
  const label = `${draw.drawId}|T|${draw.item}|${row.stratum}|${row.id}`
  return row.chances === 1 ? [label] : Array.from({ length: row.chances }, (_, i) => `${label}|${i + 1}`)
}

/** Decides which task is given its inspectors first. */
export function orderLabel(drawId: string, task: string): string {
  return `${drawId}|ORD|${task}`
}

/** Decides in which order inspectors are tried for one place in one team. */
export function inspectorLabel(drawId: string, task: string, place: { readonly slot: number; readonly inspector: string }): string {
  return `${drawId}|I|${task}|${place.slot}|${place.inspector}`
}
