import type { ReactNode } from 'react'

const LEVELS = 8

/** The letter of a class on a ground that darkens with the risk; the letter says it without the colour. */
export function ClassMark({ id, classes }: Readonly<{ id: string; classes: readonly Readonly<{ id: string }>[] }>): ReactNode {
  const index = classes.findIndex(each => each.id === id)
  const level = index === -1 || classes.length < 2 ? 0 : Math.round((index / (classes.length - 1)) * (LEVELS - 1))
  return <span className="class-mark" data-level={level}>{id}</span>
}
