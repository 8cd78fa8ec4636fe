/** Where a paper stands in the bound volumes: the main one (正卷) or the internal one (副卷), and the item in the order of the rules. */
export type Filing = Readonly<{ part: 'main' | 'internal'; item: number }>
