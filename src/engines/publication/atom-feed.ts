import type { Instant } from '../../kernel/calendar-date.ts'
import type { PublicRow } from './contract.ts'

export type FeedHead = Readonly<{ kind: string; title: string; author: string; self: string; updatedAt: Instant }>

/** An Atom feed (RFC 4287) of what is public now; addresses are relative to the feed's own. */
export function atomFeed({ kind, title, author, self, updatedAt }: FeedHead, rows: readonly PublicRow[]): string {
  const newest = rows.map(changedAt).toSorted().at(-1) ?? updatedAt
  const entries = rows.map((row) => [
    '<entry>', `<id>urn:uuid:${row.id}</id>`, `<title>${escaped(row.title)}</title>`, `<published>${row.publishedAt}</published>`, `<updated>${changedAt(row)}</updated>`,
    `<link rel="alternate" type="text/html" href="/publications/${row.id}"/>`, `<category term="${escaped(row.kind)}" label="${escaped(row.kindName)}"/>`,
    `<content type="text">${escaped(row.fields.map(({ label, value }) => `${label}：${value}`).join('\n'))}</content>`, '</entry>',
  ].join(''))
  return [
    '<?xml version="1.0" encoding="utf-8"?>', '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">', `<id>tag:hengjian,2026:publications/${escaped(kind)}</id>`, `<title>${escaped(title)}</title>`,
    `<updated>${newest}</updated>`, `<author><name>${escaped(author)}</name></author>`, `<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>`,
    '<link rel="alternate" type="text/html" href="/publications"/>', ...entries, '</feed>', '',
  ].join('\n')
}

const changedAt = (row: PublicRow): Instant => row.correctedAt ?? row.publishedAt

// Control characters are not allowed in XML 1.0 at all, not even escaped.
function escaped(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]/gu, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
