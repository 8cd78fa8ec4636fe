import { hashGroups } from './draw-words.ts'

/** A hash in groups that a person can compare; copied, it is one text. */
export function HashText({ hash }: Readonly<{ hash: string }>) {
  return <code className="hash">{hashGroups(hash).map((group, index) => <span key={`${String(index)}${group}`}>{group}</span>)}</code>
}
