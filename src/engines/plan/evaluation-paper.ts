import { formatDate } from '../../kernel/calendar-date.ts'
import type { PrintedDocument } from '../../platform/pdf/render.ts'
import type { EvaluationDraft, EvaluationFigure } from './contract.ts'
import { NO_VALUE, lightsText } from './evaluation.ts'

/** A cell of a table; with the address of the page that opens its figure, where it has one. */
export type PaperCell = Readonly<{ text: string; link?: string }>
export type PaperColumn = Readonly<{ title: string; share: number; isCentred: boolean }>
export type PaperBlock =
  | Readonly<{ kind: 'heading'; level: 1 | 2; text: string }>
  | Readonly<{ kind: 'paragraph'; text: string }>
  | Readonly<{ kind: 'grid'; caption: string; columns: readonly PaperColumn[]; rows: readonly (readonly PaperCell[])[] }>

/** The report in reading order, before it becomes a Word or PDF file. */
export type Paper = PrintedDocument & Readonly<{ blocks: readonly PaperBlock[] }>

/** A column of figures and what stands in it. */
type FigureColumn = PaperColumn & Readonly<{ cell: (figure: EvaluationFigure, address: string) => PaperCell }>

const AFTER_NAME: readonly FigureColumn[] = [
  { title: '目标', share: 20, isCentred: true, cell: ({ target }) => ({ text: target }) },
  { title: '完成值', share: 21, isCentred: true, cell: ({ value, link }, address) => (value === NO_VALUE ? { text: value } : { text: value, link: `${address}${link}` }) },
  { title: '判断', share: 22, isCentred: true, cell: ({ statusName }) => ({ text: statusName }) },
  { title: '数据截至、来源', share: 29, isCentred: true, cell: ({ asOf, basis }) => ({ text: `${asOf}\n${basis}` }) },
]
const NUMBERED: readonly FigureColumn[] = [
  { title: '序号', share: 11, isCentred: true, cell: ({ number }) => ({ text: number }) }, { title: '指标名称', share: 38, isCentred: false, cell: ({ name }) => ({ text: name }) },
  { title: '属性', share: 15, isCentred: true, cell: ({ attributeName }) => ({ text: attributeName }) }, ...AFTER_NAME,
]
const OF_THE_TEXT: readonly FigureColumn[] = [
  { title: '编号', share: 14, isCentred: true, cell: ({ number }) => ({ text: number }) }, { title: '目标名称', share: 50, isCentred: false, cell: ({ name }) => ({ text: name }) }, ...AFTER_NAME,
]
const UNKNOWN_COLUMNS: readonly PaperColumn[] = [{ title: '指标', share: 60, isCentred: false }, { title: '等待的数据来源', share: 96, isCentred: false }]
const taskColumns = (date: string): readonly PaperColumn[] => [
  { title: '编号', share: 13, isCentred: true }, { title: '任务', share: 67, isCentred: false }, { title: '责任科室', share: 34, isCentred: true }, { title: date, share: 22, isCentred: true }, { title: '状态', share: 20, isCentred: true },
]

/** Lays the draft out as an official report. `address` is that of the desk, so that every figure opens its rows. */
export function evaluationPaper(draft: EvaluationDraft, frame: Readonly<{ bureauName: string; address: string; isSynthetic: boolean }>): Paper {
  const tasks = taskBlocks(draft)
  const blocks: readonly PaperBlock[] = [
    { kind: 'heading', level: 1, text: '一、总体情况' },
    ...paragraphs(draft.summary),
    { kind: 'heading', level: 1, text: '二、指标完成情况' },
    { kind: 'heading', level: 2, text: '（一）规划重要指标' },
    { kind: 'paragraph', text: `数据截至${formatDate(draft.asOf)}。完成值可点开查看分子、分母的全部办件。` },
    figureTable('表1　规划重要指标完成情况', NUMBERED, draft.indicators, frame.address),
    { kind: 'heading', level: 2, text: '（二）规划正文提出的目标' },
    figureTable('表2　规划正文目标完成情况', OF_THE_TEXT, draft.textTargets, frame.address),
    { kind: 'heading', level: 1, text: '三、任务完成情况' },
    ...tasks,
    { kind: 'heading', level: 1, text: '四、存在的差距及原因' },
    ...gapBlocks(draft, 2 + tasks.filter(({ kind }) => kind === 'grid').length),
    { kind: 'heading', level: 1, text: '五、下一步建议' },
    ...numbered(draft.proposals),
  ]
  return { layout: 'long-paper', number: '', addressee: '', title: inTwoLines(draft.title), bureauName: frame.bureauName, issuedOn: draft.asOf, isSynthetic: frame.isSynthetic, blocks }
}

/** A long title breaks after the name of the plan, not within a word (GB/T 9704-2012, 7.3.1). */
function inTwoLines(title: string): string {
  return title.includes('\n') ? title : title.replace(/^(.{6,}规划)(?=.{4})/u, '$1\n')
}

function paragraphs(text: string): readonly PaperBlock[] {
  return text.split('\n').filter((line) => line.trim() !== '').map((line) => ({ kind: 'paragraph', text: line }))
}

const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const

/** Each line a numbered point, unless its writer numbered it. */
function numbered(text: string): readonly PaperBlock[] {
  return text.split('\n').filter((line) => line.trim() !== '').map((line, index) => ({ kind: 'paragraph', text: /^[（(\d一二三四五六七八九十]/u.test(line) ? line : `（${ORDINALS[index] ?? index + 1}）${line}` }))
}

function figureTable(caption: string, columns: readonly FigureColumn[], figures: readonly EvaluationFigure[], address: string): PaperBlock {
  return { kind: 'grid', caption, columns: columns.map(({ title, share, isCentred }) => ({ title, share, isCentred })), rows: figures.map((figure) => columns.map(({ cell }) => cell(figure, address))) }
}

function taskBlocks({ tasks, lights, tasksFinished, tasksLate }: EvaluationDraft): readonly PaperBlock[] {
  return [
    { kind: 'paragraph', text: `规划重点任务共${tasks}项，${lightsText(lights)}。` },
    { kind: 'heading', level: 2, text: '（一）已完成的任务' }, taskTable('表3　已完成的任务', '完成日期', tasksFinished),
    { kind: 'heading', level: 2, text: '（二）逾期和滞后的任务' }, taskTable(`表${tasksFinished.length === 0 ? 3 : 4}　逾期和滞后的任务`, '应完成', tasksLate),
  ]
}

function taskTable(caption: string, date: string, tasks: EvaluationDraft['tasksLate']): PaperBlock {
  if (tasks.length === 0) return { kind: 'paragraph', text: '无。' }
  return { kind: 'grid', caption, columns: taskColumns(date), rows: tasks.map(({ id, title, officeName, dueOn, finishedOn, lightName }) => [id, title, officeName, finishedOn ?? dueOn, lightName].map((text) => ({ text }))) }
}

function gapBlocks({ gaps, unknown }: EvaluationDraft, tables: number): readonly PaperBlock[] {
  const found = gaps.map(({ name, gap, cause }, index): PaperBlock => ({ kind: 'paragraph', text: `${index + 1}.${name}：${gap}。${cause === '' ? '原因待责任科室填写。' : `原因：${cause}`}` }))
  return [
    { kind: 'heading', level: 2, text: '（一）有差距的指标' }, ...(found.length === 0 ? [{ kind: 'paragraph', text: '有数据的指标没有差距。' } as const] : found),
    { kind: 'heading', level: 2, text: '（二）暂无数据的指标' },
    { kind: 'paragraph', text: unknown.length === 0 ? '无。' : `表${tables + 1}所列${unknown.length}项没有数据，不作评价，也不计入达标。` },
    ...(unknown.length === 0 ? [] : [{ kind: 'grid', caption: `表${tables + 1}　暂无数据的指标`, columns: UNKNOWN_COLUMNS, rows: unknown.map(({ name, awaits }) => [{ text: name }, { text: awaits }]) } as const]),
  ]
}
