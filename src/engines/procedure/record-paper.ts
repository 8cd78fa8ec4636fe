import { dateInShanghai, formatDate, formatMoment } from '../../kernel/calendar-date.ts'
import type { PrintedBlock, PrintedDocument } from '../../platform/pdf/render.ts'
import type { ClockView, MatterView, TimelineEntry } from './contract.ts'
import { dueWords } from './timeline.ts'

/** Where one event stands in the ledger; null while it waits to be sealed. */
export type Sealed = Readonly<{ id: string; index: number | null; leaf: string }>
export type LedgerState = Readonly<{ size: number; root: string; sealedAt: string }>

type Recorded = Readonly<{ matter: MatterView; sealed: readonly Sealed[]; ledger: LedgerState | null; bureauName: string; now: string; readerName: string }>

const KINDS: Readonly<Record<TimelineEntry['kind'], string>> = {
  opened: '登记', step: '办理', clock: '期限', note: '记录', attachment: '附件', document: '文书', message: '告知', assignment: '分派', link: '关联', chase: '督办', correction: '更正', proposal: '审批', closed: '办结', access: '查阅', refused: '未获准',
}

/** The record of a whole process on paper: every event, refusal and reading, every limit with its derivation, and the proof that nothing was changed since. */
export function recordPaper({ matter, sealed, ledger, bureauName, now, readerName }: Recorded): PrintedDocument {
  const places = new Map(sealed.map((each) => [each.id, each]))
  const oldestFirst = matter.timeline.toReversed()
  return {
    layout: 'long-paper', bureauName, title: '行政执法全过程记录', number: '', addressee: '', issuedOn: dateInShanghai(now), isSynthetic: matter.synthetic, officerLine: `打印：${readerName}　${formatMoment(now)}`,
    blocks: [
      { kind: 'table', rows: [
        { label: '编号', value: matter.number }, { label: '事项', value: matter.title }, { label: '程序', value: matter.procedureName }, { label: '当事人', value: matter.subject.name ?? '' },
        { label: '承办', value: `${matter.office.name}${matter.assignee === null ? '' : `　${matter.assignee.name}`}` }, { label: '收到', value: formatMoment(matter.receivedAt) },
        { label: '现状', value: matter.outcomeName === null ? matter.stateName : `${matter.stateName}（${matter.outcomeName}）` }, { label: '适用规定', value: `${formatDate(matter.lawOn)}施行的规定` },
      ] },
      heading('一、办理过程'), grid('表1　全部记录', TIMELINE, oldestFirst.map((entry, index) => [String(index + 1), formatMoment(entry.at), entry.actorName, KINDS[entry.kind], wordsOf(entry), placeOf(places.get(entry.id))])),
      heading('二、期限'), ...matter.clocks.flatMap(clockBlocks),
      heading('三、文书和附件'), grid('表2　文书和附件', PAPERS, [
        ...matter.documents.map((each) => ['文书', `${each.title}${each.withdrawnAt === null ? '' : '（已撤回）'}`, each.number, formatMoment(each.issuedAt)]),
        ...matter.attachments.map((each) => ['附件', each.name, `SHA-256 ${each.sha256}`, formatMoment(each.addedAt)]),
      ]),
      heading('四、存证'), { kind: 'paragraph', text: ledgerText(sealed, ledger) },
    ],
  }
}

const TIMELINE = [
  { title: '序号', share: 9, isCentred: true }, { title: '时间', share: 27, isCentred: true }, { title: '人员', share: 18, isCentred: true }, { title: '类别', share: 14, isCentred: true }, { title: '内容', share: 70, isCentred: false }, { title: '存证位置', share: 18, isCentred: true },
] as const
const PAPERS = [{ title: '类别', share: 14, isCentred: true }, { title: '名称', share: 50, isCentred: false }, { title: '文号或杂凑值', share: 64, isCentred: false }, { title: '时间', share: 28, isCentred: true }] as const

const heading = (text: string): PrintedBlock => ({ kind: 'heading', text })
const grid = (caption: string, columns: Extract<PrintedBlock, { kind: 'grid' }>['columns'], rows: readonly (readonly string[])[]): PrintedBlock =>
  (rows.length === 0 ? { kind: 'paragraph', text: '无。' } : { kind: 'grid', caption, columns, rows: rows.map((cells) => cells.map((text) => ({ text }))) })

function wordsOf({ title, detail, facts }: TimelineEntry): string {
  return [title, ...(detail === null ? [] : [detail]), ...facts.map(({ label, value }) => `${label}：${value}`)].join('\n')
}

function placeOf(place: Sealed | undefined): string {
  if (place === undefined) return ''
  return place.index === null ? '待封印' : String(place.index)
}

function clockBlocks(clock: ClockView): readonly PrintedBlock[] {
  const end = clock.stoppedAt === null ? clock.isOverdue ? '已超过期限，尚未办理' : '尚未停止' : `${formatMoment(clock.stoppedAt)} 停止，${clock.isMet === true ? '在期限内' : '已超过期限'}`
  return [
    { kind: 'heading', level: 2, text: `${clock.name}${clock.occurrence === 1 ? '' : `（第 ${clock.occurrence} 次）`}` },
    { kind: 'paragraph', text: `${clock.limitText}；依据${clock.basis.text}${clock.isVerified ? '' : '（待核）'}；自 ${formatMoment(clock.startedAt)} 起算，${dueWords(clock.due)}；${end}。` },
    ...clock.derivation.map((step): PrintedBlock => ({ kind: 'paragraph', text: `· ${step.says}` })),
  ]
}

/** A hash in groups of eight digits, so that a line can end within it. */
function inGroups(hex: string): string {
  return hex.replaceAll(/.{8}(?=.)/gu, '$& ')
}

function ledgerText(sealed: readonly Sealed[], ledger: LedgerState | null): string {
  const waiting = sealed.filter(({ index }) => index === null).length
  if (ledger === null) return `本件共 ${sealed.length} 条记录，均待封印。`
  return `本件共 ${sealed.length} 条记录，其中 ${sealed.length - waiting} 条已封入存证（SM3 杂凑树，共 ${ledger.size} 条），${waiting} 条待封印。存证根值：${inGroups(ledger.root)}（${formatMoment(ledger.sealedAt)}）。凭“存证位置”可以用存证证明逐条核验，任何一条被改动都会使根值不同。`
}
