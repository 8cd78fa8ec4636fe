import { compare, dateInShanghai, epochOf, formatDate } from '../../kernel/calendar-date.ts'
import { bind, isBindable, pagesOf, weightOf } from '../../platform/pdf/bind.ts'
import { pagesOfForeign } from '../../platform/pdf/trial.ts'
import type { Bound, BoundPart } from '../../platform/pdf/bind.ts'
import type { PrintedDocument } from '../../platform/pdf/render.ts'
import type { ScopedTransaction } from '../../platform/postgres/scope.ts'
import { hidesItsSenders, ownValue } from './definition.ts'
import { ensureRendered } from './issue-documents.ts'
import type { Facts, Matter } from './matter.ts'
import { procedureOf } from './services.ts'
import type { ProcedureServices } from './services.ts'
import { findMatter } from './store.ts'

/** The main volume (正卷) may be read by the parties; the internal one (副卷) holds approvals, reviews and what names a confidential person. */
export type VolumePart = 'main' | 'internal'

/** One paper of the volume. `sha256` is null where nothing can be bound: such a file is listed with its digest and kept apart. */
type Paper = Readonly<{ item: number; title: string; number: string; on: string; sha256: string; mediaType: string; /** Handed in or uploaded, not made by this system. */ isForeign: boolean }>
type Listed = Paper & Readonly<{ firstPage: number | null; pages: number }>

const VOLUME_NAMES: Readonly<Record<VolumePart, string>> = { main: '正卷', internal: '副卷' }

type Bindery = Readonly<{ part: VolumePart; /** Papers that name a confidential person are bound for those who may know the name. */ showsConfidential: boolean }>

/** Of the matter that opened this one, only what it hands on. */
type Sought = Bindery & Readonly<{ isParent?: boolean }>

/** Behind every item that the rules of a procedure name. */
const NO_ITEM = 99

/**
 * The volume of a matter and of the matters its steps opened, with what the matter that opened it files there: cover, index, papers by the
 * items of the rules and by time, with running page numbers.
 */
export async function bindVolume(tx: ScopedTransaction, services: ProcedureServices, matter: Matter, bindery: Bindery): Promise<Bound & Readonly<{ name: string }>> {
  const { part } = bindery
  const { listed, parts } = await paginate(services, await listPapers(tx, services, matter, bindery))
  const now = services.clock.now()
  const front: BoundPart = { mediaType: 'application/pdf', bytes: await services.renderer.render(frontOf(services, matter, { part, listed, on: dateInShanghai(now) })) }
  const bound = await bind([front], parts, new Date(epochOf(now)))
  return { ...bound, name: `${matter.number} ${VOLUME_NAMES[part]}.pdf` }
}

/** The papers of a volume in its order. */
export async function listPapers(tx: ScopedTransaction, services: ProcedureServices, matter: Matter, bindery: Bindery): Promise<readonly Paper[]> {
  const papers: Paper[] = []
  for (const each of [matter, ...await childrenOf(tx, matter)]) papers.push(...await papersOf(tx, services, each, bindery))
  const parent = await parentOf(tx, matter)
  if (parent !== null) papers.push(...await papersOf(tx, services, parent, { ...bindery, isParent: true }))
  return papers.toSorted((a, b) => a.item - b.item || compare(a.on, b.on))
}

async function childrenOf(tx: ScopedTransaction, { district, id }: Matter): Promise<readonly Matter[]> {
  const links = await tx.queries.selectFrom('matter_link').select('other_id').where('district_code', '=', district).where('matter_id', '=', id).where('kind', '=', 'child').execute()
  const children = await Promise.all(links.map((link) => findMatter(tx, district, link.other_id)))
  const found = children.filter((child) => child !== null)
  await tx.set({ matters: [id, ...found.map((child) => child.id)] })
  return found
}

async function parentOf(tx: ScopedTransaction, { district, id }: Matter): Promise<Matter | null> {
  const link = await tx.queries.selectFrom('matter_link').select('matter_id').where('district_code', '=', district).where('other_id', '=', id).where('kind', '=', 'child').executeTakeFirst()
  if (link === undefined) return null
  await tx.set({ matters: [id, link.matter_id] })
  return findMatter(tx, district, link.matter_id)
}

async function papersOf(tx: ScopedTransaction, services: ProcedureServices, matter: Matter, { part, showsConfidential, isParent = false }: Sought): Promise<readonly Paper[]> {
  const { parties, attachmentsFiled } = procedureOf(services, matter.procedure)
  const isConfidential = (audience: string): boolean => ownValue(parties, audience)?.isConfidential === true
  const isInternal = (audience: string): boolean => audience === 'internal' || isConfidential(audience)
  const documents = await tx.queries.selectFrom('document').select(['id', 'template', 'title', 'number', 'audience', 'facts', 'issued_at', 'withdrawn_at', 'sha256']).where('district_code', '=', matter.district)
    .where('matter_id', '=', matter.id).orderBy('issued_at').execute()
  const papers: Paper[] = []
  for (const row of documents) {
    const { filed } = services.templates.get(row.template) ?? {}
    const place = typeof filed === 'function' ? filed(row.facts as Facts) : filed
    const belongs = isConfidential(row.audience) ? 'internal' : place?.part ?? (isInternal(row.audience) ? 'internal' : 'main')
    if (belongs !== part || (isConfidential(row.audience) && !showsConfidential) || (isParent && place?.isHandedOn !== true)) continue
    const file = await ensureRendered(tx, services, matter, row.id)
    papers.push({ item: place?.item ?? NO_ITEM, title: `${row.title}${row.withdrawn_at === null ? '' : '（已撤回）'}`, number: row.number, on: dateInShanghai(row.issued_at), sha256: file?.sha256 ?? row.sha256, mediaType: 'application/pdf', isForeign: false })
  }
  if (isParent && attachmentsFiled?.isHandedOn !== true) return papers
  // What a confidential person sent in can name that person: it stands with the internal papers.
  const isHidden = hidesItsSenders(procedureOf(services, matter.procedure))
  const attached = await tx.queries.selectFrom('attachment').select(['name', 'media_type', 'sha256', 'added_at', 'from_party']).where('district_code', '=', matter.district).where('matter_id', '=', matter.id).orderBy('added_at').execute()
  const shown = attached.filter((row) => (row.from_party && isHidden ? part === 'internal' && showsConfidential : part === (attachmentsFiled?.part ?? 'main')))
  return [...papers, ...shown.map((row) => ({ item: attachmentsFiled?.item ?? NO_ITEM, title: row.name, number: '', on: dateInShanghai(row.added_at), sha256: row.sha256, mediaType: row.media_type, isForeign: true }))]
}

// What others handed in beyond this is kept apart: a volume is put together in memory.
const MOST_BYTES = 300_000_000

async function paginate({ files }: ProcedureServices, papers: readonly Paper[]): Promise<Readonly<{ listed: readonly Listed[]; parts: readonly BoundPart[] }>> {
  const listed: Listed[] = []
  const parts: BoundPart[] = []
  let page = 1
  let weight = 0
  for (const paper of papers) {
    const bound = isBindable(paper.mediaType) ? { bytes: await files.read(paper.sha256), mediaType: paper.mediaType } : null
    const isTooMuch = bound !== null && paper.isForeign && weight + weightOf(bound) > MOST_BYTES
    const pages = bound === null || isTooMuch ? null : await (paper.isForeign ? pagesOfForeign(bound) : pagesOf(bound))
    if (bound === null || pages === null) {
      listed.push({ ...paper, firstPage: null, pages: 0 })
      continue
    }
    listed.push({ ...paper, firstPage: page, pages })
    parts.push(bound)
    page += pages
    weight += weightOf(bound)
  }
  return { listed, parts }
}

const COLUMNS = [
  { title: '序号', share: 10, isCentred: true }, { title: '材料名称', share: 60, isCentred: false }, { title: '文号', share: 50, isCentred: true }, { title: '日期', share: 32, isCentred: true }, { title: '页号', share: 20, isCentred: true },
] as const

function frontOf(services: ProcedureServices, matter: Matter, { part, listed, on }: Readonly<{ part: VolumePart; listed: readonly Listed[]; on: string }>): PrintedDocument {
  const procedure = procedureOf(services, matter.procedure)
  const pages = listed.reduce((sum, paper) => sum + paper.pages, 0)
  const apart = listed.filter(({ firstPage }) => firstPage === null)
  return {
    layout: 'form', isRecord: true, bureauName: services.bureauName(), title: `案卷（${VOLUME_NAMES[part]}）`, number: matter.number, addressee: '', issuedOn: on, isSynthetic: matter.synthetic,
    blocks: [
      { kind: 'table', rows: [
        { label: '案由', value: matter.title }, { label: '当事人', value: matter.subjectName ?? '' }, { label: '程序', value: procedure.name },
        { label: '立卷日期', value: formatDate(dateInShanghai(matter.openedAt)) }, { label: '办结日期', value: matter.closedAt === undefined ? '未办结' : formatDate(dateInShanghai(matter.closedAt)) },
        { label: '处理结果', value: procedure.outcomes[matter.outcome ?? ''] ?? '' }, { label: '页数', value: `共 ${listed.length} 份，${pages} 页` },
      ] },
      { kind: 'grid', caption: '卷内目录', columns: COLUMNS, rows: listed.map((paper, index) => [String(index + 1), paper.title, paper.number, formatDate(paper.on), pageText(paper)].map((text) => ({ text }))) },
      ...(apart.length === 0 ? [] : [{ kind: 'paragraph', text: `另存的电子文件：${apart.map(({ title, sha256 }) => `${title}（SHA-256 ${sha256}）`).join('；')}。` } as const]),
    ],
  }
}

function pageText({ firstPage, pages }: Listed): string {
  if (firstPage === null) return '另存'
  return pages === 1 ? String(firstPage) : `${firstPage}—${firstPage + pages - 1}`
}
