import { addDays, dateInShanghai, epochOf, instantFromEpoch, toDayNumber } from '../src/kernel/calendar-date.ts'
import type { CalendarDate } from '../src/kernel/calendar-date.ts'
import { identifierFrom } from '../src/kernel/identifier.ts'
import type { ChecklistItem } from '../src/domains/inspection/checklists/checklist.ts'
import { checklistOn, namedChecklists } from '../src/domains/inspection/checklists/checklists.ts'
import type { Facts, Matter } from '../src/engines/procedure/matter.ts'
import type { Actor } from '../src/engines/procedure/role.ts'
import { lotteryOf } from './chance.ts'
import type { Chance } from './chance.ts'
import type { Course, Deed } from './deed.ts'
import { step } from './desk.ts'
import type { Desk } from './desk.ts'
import type { DrawObject } from './draw-objects.ts'
import { PHOTO, SIGNATURES } from './evidence-files.ts'
import type { EvidenceFile } from './evidence-files.ts'
import { isWorkday } from './office-time.ts'

export type VisitPlan = Readonly<{ officers: readonly Actor[]; visitsFrom: CalendarDate; visitsTo: CalendarDate; object: DrawObject }>
type Visited = Readonly<{ matter: Matter; at: number }>
type Part = Generator<Deed, Visited, Matter>

const drawResult = lotteryOf([['none-found', 800], ['ordered-to-correct', 145], ['to-be-handled', 18], ['not-found', 18], ['closed-down', 10], ['no-such-activity', 9]])
const drawSigner = lotteryOf([['负责人', 5], ['店长', 4], ['经理', 2], ['委托代理人', 1]])
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const NOBODY_THERE = '到登记的住所核查，门窗锁闭，未见经营人员；周边经营户称已有数月无人出入，拨打登记电话无人接听。'

/** A drawn visit from the task to its end: most find nothing, some order a correction, a few open a lead or find nobody. */
export function* inspectionCourse(desk: Desk, plan: VisitPlan, opened: Matter): Course {
  const { chance } = desk
  const [officer] = plan.officers
  if (officer === undefined) return
  const leftAt = visitAt(desk, plan)
  const visitedOn = dateInShanghai(instantFromEpoch(leftAt))
  if (plan.object.until !== null && plan.object.until <= visitedOn) {
    const at = desk.later(Math.max(epochOf(opened.openedAt), epochOf(`${plan.object.until}T01:00:00.000Z`)), 3)
    yield step(at, desk.headOf(opened), 'cancel', { cancelGround: 'deregistered', cancelReason: '检查对象已不在登记状态，依法取消本次检查。' })
    return
  }
  const result = drawResult(chance)
  const visited = yield* visit(desk, { officer, leftAt, result, object: plan.object }, opened)
  if (result === 'ordered-to-correct') yield* correct(desk, { officer, officers: plan.officers }, visited)
  else if (result === 'to-be-handled') {
    const at = desk.later(visited.at, 1)
    const lead = step(at, officer, 'openLead', { ...suspicionOf(visited.matter), leadText: '检查中发现上述情形，已经拍照、记录并要求当事人说明来源。' })
    yield* publishAndClose(desk, officer, { matter: yield lead, at })
  } else if (result === 'not-found') {
    const at = desk.later(visited.at, 3)
    const proposal = step(at, officer, 'proposeListing', {
      unreachableKind: plan.object.kind === 'sole-trader' ? 'sole-trader' : 'enterprise', unreachableGround: 'proved-by-third-party', unreachableProof: '物业服务企业出具证明，该经营者自上年起不在登记的住所。',
    })
    yield* publishAndClose(desk, officer, { matter: yield proposal, at })
  } else yield* publishAndClose(desk, officer, visited)
}

/** A working hour within the time set for the visits; three in a hundred come after it. */
function visitAt({ chance, world }: Desk, { visitsFrom, visitsTo }: VisitPlan): number {
  const [from, to] = [toDayNumber(visitsFrom), toDayNumber(visitsTo)]
  let day = chance.is(0.03) ? to + chance.between(1, 12) : chance.between(from, to)
  while (!isWorkday(world.calendar, day)) day += 1
  return epochOf(`${addDays(visitsFrom, day - from)}T00:00:00.000Z`) + Math.floor((1.5 + 6.5 * chance.next()) * HOUR)
}

type Visit = Readonly<{ officer: Actor; leftAt: number; result: string; object: DrawObject }>

function* visit(desk: Desk, { officer, leftAt, result }: Visit, opened: Matter): Part {
  const { chance } = desk
  const rows = rowsOf(chance, opened, result)
  const isLook = result === 'none-found' || result === 'ordered-to-correct' || result === 'to-be-handled'
  let at = leftAt + chance.between(2, 9) * MINUTE
  const photos = rows.filter(({ needsPhoto }) => needsPhoto)
  const evidence = new Map<string, string>()
  for (const { row } of photos) {
    const id = identifierFrom(at, chance.bytes(10))
    evidence.set(String(row['itemId']), id)
    yield attachment(at, officer, { id, file: PHOTO, item: String(row['itemId']), takenAt: leftAt - 15 * MINUTE })
  }
  const isSigned = isLook && !chance.is(0.04)
  const signatureId = identifierFrom(at, chance.bytes(10))
  if (isSigned || !isLook) yield attachment(at, officer, { id: signatureId, file: isSigned ? chance.pick(SIGNATURES) : PHOTO, item: null, takenAt: leftAt - 3 * MINUTE })
  at += MINUTE
  const matter = yield step(at, officer, 'recordVisit', {
    arrivedAt: instantFromEpoch(leftAt - chance.between(25, 80) * MINUTE), leftAt: instantFromEpoch(leftAt), place: '登记的住所（经营场所）', certificatesShown: true, visitResult: result,
    ...(isLook ? { results: rows.map(({ row, needsPhoto }) => (needsPhoto ? { ...row, evidenceIds: [evidence.get(String(row['itemId'])) ?? ''] } : row)) } : { found: foundWords(result) }),
    ...(rows.length === 0 && isLook ? { found: result === 'none-found' ? '经核查抽查事项，未发现问题。' : '部分登记事项与实际情况不一致。' } : {}),
    ...(isSigned ? { signing: 'signed', signerRole: drawSigner(chance), signatureEvidenceId: signatureId } : isLook
      ? { signing: 'refused', refusalReason: '现场人员称须请示负责人，未签字。', witnessName: '社区网格员' } : { signing: 'refused', refusalReason: '现场没有该经营者的人员，无法取得签字。', signatureEvidenceId: signatureId }),
  })
  return { matter, at }
}

function foundWords(result: string): string {
  if (result === 'closed-down') return '现场查看，经营场所已经腾空，门前张贴停业告示，经营者称正在办理清算和注销。'
  return result === 'not-found' ? NOBODY_THERE : '现场查看，该场所未开展本次抽查涉及的经营活动，经营者称一年来未从事该项业务。'
}

type Answered = Readonly<{ row: Facts; needsPhoto: boolean }>

/** An answer for every item of the checklists: key items fail where a lead follows, others where a correction does. */
function rowsOf(chance: Chance, matter: Matter, result: string): readonly Answered[] {
  const { checklistIds } = matter.facts
  const lists = namedChecklists(typeof checklistIds === 'string' ? checklistIds : '').flatMap((id) => checklistOn(id, matter.lawOn) ?? [])
  const items = lists.flatMap((list) => list.items.map((item) => ({ list: list.id, item })))
  const faulty = (result === 'ordered-to-correct' ? items.filter(({ item }) => !item.isKey) : result === 'to-be-handled' ? preferred(items.filter(({ item }) => item.isKey), items) : [])
  const chosen = new Set(faulty.length === 0 ? [] : [chance.pick(faulty), ...(chance.is(0.25) ? [chance.pick(faulty)] : [])])
  return items.map((entry): Answered => {
    const { item, list } = entry
    const isFault = chosen.has(entry)
    const answer = isFault ? 'fault' : item.answers.includes('not-applicable') && chance.is(0.06) ? 'not-applicable' : 'conforms'
    const measured = item.measured === null || answer === 'not-applicable' ? {} : { measured: readingOf(chance, item, isFault) }
    return { row: { checklistId: list, itemId: item.id, answer, ...measured, ...(isFault ? { found: `${item.says}：现场不符合要求（${item.toRecord}见照片和记录）。` } : {}) }, needsPhoto: isFault && item.needsPhotoOnFault }
  })
}

function preferred<T>(first: readonly T[], otherwise: readonly T[]): readonly T[] {
  return first.length === 0 ? otherwise : first
}

function readingOf(chance: Chance, { measured }: ChecklistItem, isFault: boolean): number {
  switch (measured?.unit) {
    case '℃': return isFault ? chance.between(11, 18) : chance.between(2, 8)
    case '人': return isFault ? chance.between(1, 3) : 0
    default: return chance.between(1, 40)
  }
}

function attachment(at: number, by: Actor, { id, file, item, takenAt }: Readonly<{ id: string; file: EvidenceFile; item: string | null; takenAt: number }>): Deed {
  return {
    do: 'attach', at, by, attachment: {
      id, name: file.name, mediaType: file.mediaType, byteSize: file.bytes.length, sha256: file.sha256, fromParty: false,
      capture: { kind: file.kind, at: instantFromEpoch(takenAt), isServerCorrected: true, ...(item === null ? {} : { item }) },
    },
  }
}

/** What the lead is about, in the words of the item that failed. */
/** What the checklist suggests needs no words; where none was filled in, the officer names the act. */
function suspicionOf({ facts: { results } }: Matter): Facts {
  const rows: readonly Readonly<{ answer?: unknown }>[] = Array.isArray(results) ? results : []
  return rows.some(({ answer }) => answer === 'fault') ? {} : { suspectedActs: '提交虚假材料或者隐瞒重要事实取得登记' }
}

type Crew = Readonly<{ officer: Actor; officers: readonly Actor[] }>

function* correct(desk: Desk, { officer, officers }: Crew, visited: Visited): Course {
  const { chance } = desk
  let { matter, at } = visited
  if (chance.is(0.45)) {
    matter = yield step(at += 5 * MINUTE, officer, 'recordOnSiteCorrection', { onSiteCorrection: '经营者当场改正，检查人员复核后认为符合要求。' })
    return yield* publishAndClose(desk, officer, { matter, at })
  }
  const orderedOn = dateInShanghai(instantFromEpoch(at))
  matter = yield step(at += 10 * MINUTE, officer, 'orderRectification', { rectificationItems: '对检查记录所列不合格项目限期改正，并提交整改报告。', rectifyBy: addDays(orderedOn, chance.pick([7, 10, 15])) })
  at = desk.paced(matter, at, { clock: 'correction', meanWorkingDays: 3, risk: 1.5 })
  matter = yield step(at, officer, 'recordRectificationReport', { rectificationReport: '已按要求整改，附整改前后照片。', reportReceivedOn: dateInShanghai(instantFromEpoch(at)) })
  at = desk.paced(matter, at, { clock: 'publication', meanWorkingDays: 1, risk: 0.6 })
  matter = yield step(at, officer, 'publish')
  at = desk.later(at, 3)
  const isDone = chance.is(0.95)
  matter = yield step(at, officer, isDone ? 'confirmRectified' : 'findNotRectified', { recheckForm: 'on-site', recheckers: officers.map(({ id }) => id), recheckNote: isDone ? '现场复查，问题已经改正。' : '现场复查，问题仍未改正。' })
  if (!isDone) matter = yield step(at += 30 * MINUTE, officer, 'openLead', { ...suspicionOf(matter), leadText: '责令限期改正后复查仍不符合要求。' })
  yield step(desk.later(at, 1), officer, 'close')
}

function* publishAndClose(desk: Desk, officer: Actor, visited: Visited): Course {
  const at = desk.paced(visited.matter, visited.at, { clock: 'publication', meanWorkingDays: 4, risk: 0.6 })
  yield step(at, officer, 'publish')
  yield step(desk.later(at, 1), officer, 'close')
}
