import type { ClassRule, CreditClass, ItemLevel, PlanTask } from '../../../src/domains/inspection/programme/contract.ts'
import { shareText, shareTyped } from '../../kit/share-text.ts'

/** What the form of a plan task holds; shares as typed. */
export type TaskValues = Readonly<{
  name?: string; level?: ItemLevel; kind?: string | undefined; itemCodes?: readonly string[]; leadOfficeId?: string | undefined; jointDepartments?: readonly string[]
  monthFrom?: number; monthUntil?: number; randomGroup?: string; randomDrawn?: string
  classes?: Readonly<Partial<Record<CreditClass, Readonly<{ share?: string; minimum?: number | null; timesPerYear?: number | null }>>>>
}>

const NOTHING = { numerator: 0, denominator: 1 }

/** The task as typed, with a rule for each of the classes; a share that does not read has been refused by the form. */
export function taskOf(id: string, values: TaskValues, classIds: readonly CreditClass[]): PlanTask {
  const rule = (creditClass: CreditClass): ClassRule => {
    const typed = values.classes?.[creditClass]
    return { share: shareTyped(typed?.share ?? '') ?? NOTHING, minimum: typed?.minimum ?? 0, timesPerYear: typed?.timesPerYear ?? 0 }
  }
  return {
    id, name: values.name?.trim() ?? '', level: values.level ?? 'general', kind: values.kind ?? '', itemCodes: values.itemCodes ?? [],
    classes: Object.fromEntries(classIds.map(each => [each, rule(each)])),
    random: { group: shareTyped(values.randomGroup ?? '') ?? NOTHING, drawn: shareTyped(values.randomDrawn ?? '') ?? NOTHING },
    monthFrom: values.monthFrom ?? 1, monthUntil: values.monthUntil ?? 12, leadOfficeId: values.leadOfficeId ?? '', jointDepartments: values.jointDepartments ?? [],
  }
}

export function valuesOf(task: PlanTask): TaskValues {
  const { name, level, kind, itemCodes, leadOfficeId, jointDepartments, monthFrom, monthUntil, random, classes } = task
  return {
    name, level, kind, itemCodes, leadOfficeId, jointDepartments, monthFrom, monthUntil, randomGroup: shareText(random.group), randomDrawn: shareText(random.drawn),
    classes: Object.fromEntries(Object.entries(classes).map(([id, rule]) => [id, { share: shareText(rule.share), minimum: rule.minimum, timesPerYear: rule.timesPerYear }])),
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

/** The rules of a task in the order of the classes, with their names; a class no longer in force keeps its letter. */
export function rulesByClass({ classes }: Pick<PlanTask, 'classes'>, classNames: Readonly<Record<CreditClass, string>>): readonly Readonly<{ id: CreditClass; name: string; rule: ClassRule }>[] {
  const ids = [...new Set([...Object.keys(classNames), ...Object.keys(classes)])]
  return ids.flatMap(id => (classes[id] === undefined ? [] : [{ id, name: classNames[id] ?? `${id}类`, rule: classes[id] }]))
}

/** '3月至11月'; one month stands alone. */
export function monthsText({ monthFrom, monthUntil }: Pick<PlanTask, 'monthFrom' | 'monthUntil'>): string {
  return monthFrom === monthUntil ? `${monthFrom}月` : `${monthFrom}月至${monthUntil}月`
}
