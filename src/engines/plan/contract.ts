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

/** GET /api/plan/tasks/:id — with its evidence and reports; POST /api/plan/tasks/:id/reports {progressPercent, text, milestoneId?, evidence: [{matterNumber?|documentId?|note}]} */
export type TaskView = TaskRow & Readonly<{
  indicators: readonly Readonly<{ id: string; name: string; value: number | null; unit: string; status: IndicatorStatus; statusName: string }>[]
  reports: readonly Readonly<{ id: string; at: string; byName: string; progressPercent: number; text: string; evidence: readonly Readonly<{ label: string; matterId: string | null }>[] }>[]
}>

/** GET /api/plan/evaluation?asOf= — the editable draft; PUT saves the editable fields; GET /api/plan/evaluation.docx|.pdf?asOf= renders it. */
export type EvaluationDraft = Readonly<{
  asOf: string; title: string; summary: string; isEdited: boolean
  indicators: readonly Readonly<{ id: string; number: string; name: string; value: string; target: string; statusName: string; asOf: string; link: string }>[]
  tasksDone: number; tasksLate: readonly Readonly<{ id: string; title: string; officeName: string; endsOn: string }>[]
  gaps: readonly Readonly<{ id: string; name: string; gap: string; cause: string }>[]
  proposals: string
}>
