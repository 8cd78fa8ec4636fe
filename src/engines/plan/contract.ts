// What the surfaces read about the plan. Types only.
import type { IndicatorStatus } from '../indicator/contract.ts'

export type TaskLight = 'done' | 'on-schedule' | 'due-soon' | 'overdue' | 'not-started'

export type TaskRow = Readonly<{
  id: string; group: string; groupName: string; number: string; title: string; planPlace: string; officeId: string; officeName: string
  startsOn: string; endsOn: string; progressPercent: number; light: TaskLight; lightName: string; lastReportOn: string | null
  milestones: readonly Readonly<{ id: string; title: string; dueOn: string; doneOn: string | null }>[]
  indicatorIds: readonly string[]; procedures: readonly string[]
}>

/** GET /api/plan */
export type PlanView = Readonly<{
  id: string; title: string; number: string; period: Readonly<{ from: number; until: number }>; asOf: string
  goals: readonly Readonly<{ id: string; title: string; planPlace: string }>[]
  groups: readonly Readonly<{ id: string; name: string; tasks: readonly TaskRow[] }>[]
  lights: Readonly<Record<TaskLight, number>>
}>

/** GET /api/plan/tasks/:id — with its evidence and reports; `mayReport` for the head of the owner office and leaders. */
export type TaskView = TaskRow & Readonly<{
  asOf: string; heading: string; expectedPercent: number; mayReport: boolean
  indicators: readonly Readonly<{ id: string; name: string; value: number | null; unit: string; status: IndicatorStatus; statusName: string }>[]
  reports: readonly Readonly<{ id: string; at: string; byName: string; progressPercent: number; text: string; evidence: readonly Readonly<{ label: string; matterId: string | null }>[] }>[]
}>

/**
 * POST /api/plan/tasks/:id/reports — answers TaskView, or a refusal. `reportId` (a UUID of the sender) makes a repeat without effect.
 * A document is named with the number of its matter; the matter must be open to the reporter.
 */
export type TaskReport = Readonly<{
  reportId?: string; progressPercent: number; text: string; milestoneId?: string
  evidence?: readonly Readonly<{ matterNumber?: string; documentId?: string; note?: string }>[]
}>

/** GET /api/plan/month?month=YYYY-MM — each owner's monthly report, and who owes one. */
export type PlanMonth = Readonly<{
  month: string; reported: number; owing: number
  offices: readonly Readonly<{
    officeId: string; officeName: string; hasReported: boolean; openTasks: number
    missing: readonly Readonly<{ id: string; title: string }>[]
    entries: readonly Readonly<{ taskId: string; title: string; at: string; byName: string; progressPercent: number; previousPercent: number; text: string; milestone: string | null }>[]
  }>[]
}>

/** GET /api/portal/plan — from a published extract, in plain words. */
export type PortalPlan = Readonly<{
  title: string; number: string; asOf: string; says: string; total: number; lights: Readonly<Record<TaskLight, number>>
  groups: readonly Readonly<{ id: string; name: string; says: string; total: number; done: number; tasks: readonly Readonly<{ title: string; planPlace: string; officeName: string; endsOn: string; progressPercent: number; lightName: string }>[] }>[]
}>

/** One figure of the report: as on the dashboard, with the date it stands for, where it comes from, and the page that opens its rows. */
export type EvaluationFigure = Readonly<{
  id: string; number: string; name: string; attributeName: string; value: string; target: string; status: IndicatorStatus; statusName: string; asOf: string; periodLabel: string; basis: string; link: string
}>
export type EvaluationTask = Readonly<{ id: string; title: string; officeName: string; endsOn: string; dueOn: string; lightName: string; finishedOn: string | null }>

/**
 * GET /api/plan/evaluation?asOf= — the draft: figures are computed at every reading, only texts are kept.
 * PUT /api/plan/evaluation EvaluationEdit answers the draft. GET /api/plan/evaluation.docx|.pdf?asOf= renders it.
 */
export type EvaluationDraft = Readonly<{
  asOf: string; title: string; summary: string; isEdited: boolean; version: number; mayEdit: boolean; updatedAt: string | null; updatedBy: string | null
  indicators: readonly EvaluationFigure[]; textTargets: readonly EvaluationFigure[]
  tasks: number; lights: Readonly<Record<TaskLight, number>>; tasksDone: number; tasksFinished: readonly EvaluationTask[]; tasksLate: readonly EvaluationTask[]
  gaps: readonly Readonly<{ id: string; name: string; gap: string; cause: string; link: string }>[]
  /** Figures nobody can give yet, and what they wait for: not judged, not counted as met or missed. */
  unknown: readonly Readonly<{ id: string; name: string; awaits: string }>[]
  proposals: string
}>

/** `version` is that of the draft which was edited; an empty text brings the computed one back. */
export type EvaluationEdit = Readonly<{ asOf: string; version: number; title?: string; summary?: string; causes?: Readonly<Record<string, string>>; proposals?: string }>
