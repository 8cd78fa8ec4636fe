import { formatDate } from '../../kernel/calendar-date.ts'
import type { EvaluationDraft, EvaluationFigure } from './contract.ts'

/** A cell of a table; with the address of the page that opens its figure, where it has one. */
export type PaperCell = Readonly<{ text: string; link?: string }>
export type PaperColumn = Readonly<{ title: string; share: number; isCentred: boolean }>
export type PaperBlock =
  | Readonly<{ kind: 'heading'; level: 1 | 2; text: string }>
  | Readonly<{ kind: 'paragraph'; text: string }>
  | Readonly<{ kind: 'grid'; caption: string; columns: readonly PaperColumn[]; rows: readonly (readonly PaperCell[])[] }>

/** The report in reading order, before it becomes a Word or PDF file. */
export type Paper = Readonly<{ title: string; bureauName: string; issuedOn: string; isSynthetic: boolean; blocks: readonly PaperBlock[] }>

const FIGURE_COLUMNS: readonly PaperColumn[] = [
  { title: '序号', share: 9, isCentred: true }, { title: '指标名称', share: 40, isCentred: false }, { title: '属性', share: 15, isCentred: true }, { title: '目标', share: 19, isCentred: true },
  { title: '完成值', share: 21, isCentred: true }, { title: '判断', share: 22, isCentred: true }, { title: '数据截至及来源', share: 30, isCentred: false },
]
const TASK_COLUMNS: readonly PaperColumn[] = [
  { title: '编号', share: 14, isCentred: true }, { title: '任务', share: 70, isCentred: false }, { title: '责任科室', share: 34, isCentred: true }, { title: '应完成', share: 22, isCentred: true }, { title: '状态', share: 16, isCentred: true },
]

/** Lays the draft out as an official report. `address` is that of the desk, so that every figure opens its rows. */
export function evaluationPaper(draft: EvaluationDraft, frame: Readonly<{ bureauName: string; address: string; isSynthetic: boolean }>): Paper {
  const blocks: readonly PaperBlock[] = [
    { kind: 'heading', level: 1, text: '一、总体情况' },
    ...paragraphs(draft.summary),
    { kind: 'heading', level: 1, text: '二、指标完成情况' },
    { kind: 'heading', level: 2, text: '（一）规划重要指标' },
    { kind: 'paragraph', text: `数据截至${formatDate(draft.asOf)}。完成值可点开查看分子、分母的全部办件。` },
    figureTable('表1　规划重要指标完成情况', draft.indicators, frame.address),
    { kind: 'heading', level: 2, text: '（二）规划正文提出的目标' },
    figureTable('表2　规划正文目标完成情况', draft.textTargets, frame.address),
    { kind: 'heading', level: 1, text: '三、任务完成情况' },
    ...taskBlocks(draft),
    { kind: 'heading', level: 1, text: '四、存在的差距及原因' },
    ...gapBlocks(draft),
    { kind: 'heading', level: 1, text: '五、下一步建议' },
    ...numbered(draft.proposals),
  ]
  return { title: draft.title, bureauName: frame.bureauName, issuedOn: draft.asOf, isSynthetic: frame.isSynthetic, blocks }
}

function paragraphs(text: string): readonly PaperBlock[] {
  return text.split('\n').filter((line) => line.trim() !== '').map((line) => ({ kind: 'paragraph', text: line }))
}

const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const

/** Each line a numbered point, unless its writer numbered it. */
function numbered(text: string): readonly PaperBlock[] {
  return text.split('\n').filter((line) => line.trim() !== '').map((line, index) => ({ kind: 'paragraph', text: /^[（(\d一二三四五六七八九十]/u.test(line) ? line : `（${ORDINALS[index] ?? index + 1}）${line}` }))
}

function figureTable(caption: string, figures: readonly EvaluationFigure[], address: string): PaperBlock {
  return {
    kind: 'grid', caption, columns: FIGURE_COLUMNS,
    rows: figures.map((figure) => [
      { text: figure.number }, { text: figure.name }, { text: figure.attributeName }, { text: figure.target },
      { text: figure.value, link: `${address}${figure.link}` }, { text: figure.statusName }, { text: `${figure.periodLabel}，截至${figure.asOf}；${figure.basis}` },
    ]),
  }
}

function taskBlocks({ tasks, lights, tasksDone, tasksFinished, tasksLate }: EvaluationDraft): readonly PaperBlock[] {
  const says = `规划重点任务共${tasks}项，已完成${tasksDone}项，按期推进${lights['on-schedule']}项，30日内到期${lights['due-soon']}项，逾期或滞后${lights.overdue}项，未启动${lights['not-started']}项。`
  return [
    { kind: 'paragraph', text: says },
    { kind: 'heading', level: 2, text: '（一）已完成的任务' }, taskTable('表3　已完成的任务', tasksFinished),
    { kind: 'heading', level: 2, text: '（二）逾期和滞后的任务' }, taskTable('表4　逾期和滞后的任务', tasksLate),
  ]
}

function taskTable(caption: string, tasks: EvaluationDraft['tasksLate']): PaperBlock {
  if (tasks.length === 0) return { kind: 'paragraph', text: '无。' }
  return { kind: 'grid', caption, columns: TASK_COLUMNS, rows: tasks.map(({ id, title, officeName, dueOn, lightName }) => [id, title, officeName, dueOn, lightName].map((text) => ({ text }))) }
}

function gapBlocks({ gaps, unknown }: EvaluationDraft): readonly PaperBlock[] {
  const found = gaps.map(({ name, gap, cause }, index): PaperBlock => ({ kind: 'paragraph', text: `${index + 1}.${name}：${gap}。${cause === '' ? '原因待责任科室填写。' : `原因：${cause}`}` }))
  return [
    { kind: 'heading', level: 2, text: '（一）有差距的指标' }, ...(found.length === 0 ? [{ kind: 'paragraph', text: '有数据的指标没有差距。' } as const] : found),
    { kind: 'heading', level: 2, text: '（二）暂无数据的指标' },
    { kind: 'paragraph', text: unknown.length === 0 ? '无。' : `下列${unknown.length}项没有数据，不作评价，也不计入达标：${unknown.map(({ name, awaits }) => `${name}（${awaits}）`).join('；')}。` },
  ]
}
