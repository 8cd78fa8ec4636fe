import type { PublicField, PublicRow } from '../../../src/engines/publication/contract.ts'
import { dayWords } from '../date-words.ts'
import { Link } from '../Link.tsx'

const MOST_FIELDS = 4
const MOST_CHARACTERS = 40

/** One publication in a list, with its lasting address. */
export function PublicationItem({ publication: { id, kindName, title, publishedAt, untilOn, fields, correctedAt, page } }: Readonly<{ publication: PublicRow }>) {
  return (
    <>
      <p><span className="tag">{kindName}</span> <span className="muted">{dayWords(publishedAt)}公示{correctedAt === null ? '' : `，${dayWords(correctedAt)}更正`}</span></p>
      <h3><Link to={page ?? `/publications/${id}`}>{title}</Link></h3>
      <Fields fields={briefOf(fields)} />
      {untilOn === null ? null : <p className="muted">公示到{dayWords(untilOn)}</p>}
    </>
  )
}

/** What tells publications apart in a list; the rest stands on the page. The title names the subject already. */
export function briefOf(fields: readonly PublicField[]): readonly PublicField[] {
  return fields.filter(({ key, value }) => key !== 'operator' && value.length <= MOST_CHARACTERS).slice(0, MOST_FIELDS)
}

export function Fields({ fields }: Readonly<{ fields: readonly PublicField[] }>) {
  if (fields.length === 0) return null
  return <dl className="facts">{fields.map(({ key, label, value }) => <div key={key}><dt>{label}</dt><dd>{key === 'drawNumber' ? <Link to={`/draws/verify?${new URLSearchParams({ number: value }).toString()}`}>{value}（核对怎样抽到）</Link> : value}</dd></div>)}</dl>
}
