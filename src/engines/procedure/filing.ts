/**
 * Where a paper stands in the bound volumes: the main one (正卷) or the internal one (副卷), and the item in the order of the rules.
 * `isHandedOn`: it belongs to the volumes of the matter that a step of this one opened, too.
 */
export type Filing = Readonly<{ part: 'main' | 'internal'; item: number; isHandedOn?: boolean }>
