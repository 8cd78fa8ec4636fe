import type { CreditClass, ItemLevel, PlanTask } from '../../../src/domains/inspection/programme/contract.ts'
import { shareText, shareTyped } from '../../kit/share-text.ts'

export const CLASS_IDS = ['A', 'B', 'C', 'D', 'U'] as const satisfies readonly CreditClass[]

/** What the form of a plan task holds; shares as typed. */
export type TaskValues = Readonly<{
  name?: string; level?: ItemLevel; kind?: string | undefined; itemCodes?: readonly string[]; leadOfficeId?: string | undefined; jointDepartments?: readonly string[]
  monthFrom?: number; monthUntil?: number; randomGroup?: string; randomDrawn?: string
  classes?: Readonly<Partial<Record<CreditClass, Readonly<{ share?: string; minimum?: number | null; timesPerYear?: number | null }>>>>
}>

const NOTHING = { numerator: 0, denominator: 1 }

/** The task as typed; a share that does not read has been refused by the form. */
export function taskOf(id: string, values: TaskValues): PlanTask {
  const rule = (creditClass: CreditClass): PlanTask['classes'][CreditClass] => {
    const typed = values.classes?.[creditClass]
    return { share: shareTyped(typed?.share ?? '') ?? NOTHING, minimum: typed?.minimum ?? 0, timesPerYear: typed?.timesPerYear ?? 0 }
  }
  return {
    id, name: values.name?.trim() ?? '', level: values.level ?? 'general', kind: values.kind ?? '', itemCodes: values.itemCodes ?? [],
    classes: { A: rule('A'), B: rule('B'), C: rule('C'), D: rule('D'), U: rule('U') },
    random: { group: shareTyped(values.randomGroup ?? '') ?? NOTHING, drawn: shareTyped(values.randomDrawn ?? '') ?? NOTHING },
    monthFrom: values.monthFrom ?? 1, monthUntil: values.monthUntil ?? 12, leadOfficeId: values.leadOfficeId ?? '', jointDepartments: values.jointDepartments ?? [],
  }
}

export function valuesOf(task: PlanTask): TaskValues {
  const { name, level, kind, itemCodes, leadOfficeId, jointDepartments, monthFrom, monthUntil, random, classes } = task
  return {
    name, level, kind, itemCodes, leadOfficeId, jointDepartments, monthFrom, monthUntil, randomGroup: shareText(random.group), randomDrawn: shareText(random.drawn),
    classes: Object.fromEntries(CLASS_IDS.map(id => [id, { share: shareText(classes[id].share), minimum: classes[id].minimum, timesPerYear: classes[id].timesPerYear }])),
  }
}

/** What a new task starts with: more from the riskier classes, and a share of everybody whatever the class. */
export const NEW_TASK: TaskValues = {
  level: 'general', monthFrom: 3, monthUntil: 11, randomGroup: '10%', randomDrawn: '5%',
  classes: {
    A: { share: '1%', minimum: 0, timesPerYear: 1 }, B: { share: '3%', minimum: 0, timesPerYear: 2 }, C: { share: '5%', minimum: 0, timesPerYear: 0 },
    D: { share: '10%', minimum: 0, timesPerYear: 0 }, U: { share: '5%', minimum: 0, timesPerYear: 0 },
  },
}

/** '3月至11月'; one month stands alone. */
export function monthsText({ monthFrom, monthUntil }: Pick<PlanTask, 'monthFrom' | 'monthUntil'>): string {
  return monthFrom === monthUntil ? `${monthFrom}月` : `${monthFrom}月至${monthUntil}月`
}
