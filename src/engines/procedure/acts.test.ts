import { describe, expect, test } from 'vitest'
import { ACT_ROLES } from './acts.ts'
import type { Act } from './acts.ts'
import { answerOf } from './example.ts'
import { lentLoan, loan } from './fixtures/scenario.ts'
import { ROLES } from './role.ts'
import type { ActorRole } from './role.ts'

const at = '2026-03-03 09:00'
const lent = lentLoan('2026-03-02 09:00')
const closed = loan('2026-03-02 09:00').take('refuse', { at }, { reason: '没有雨伞了' })
const head = { at, by: 'section-head' as const }

const ACTS: Readonly<Record<Act['act'], Act>> = {
  'note': { act: 'note', text: '来人询问' },
  'attach': { act: 'attach', attachment: { id: 'a', name: '照片.jpg', mediaType: 'image/jpeg', byteSize: 3, sha256: '0'.repeat(64), fromParty: true } },
  'assign': { act: 'assign', to: 'zhao', toName: '赵' },
  'hand-over': { act: 'hand-over', officeId: 'mill', officeName: '磨坊', townCode: '990001002', reason: '属地' },
  'chase': { act: 'chase', text: '请尽快' },
  'link': { act: 'link', other: 'loan-2', otherNumber: '伞2', kind: 'related', reason: '同一人' },
  'recuse': { act: 'recuse', accountId: 'li', accountName: '李', reason: '亲属' },
  'correct': { act: 'correct', field: 'size', value: 'large', reason: '登记有误' },
  'identify-subject': { act: 'identify-subject', entityId: 'e-1', name: '伞铺', reason: '核对' },
  'withdraw-document': { act: 'withdraw-document', documentId: 'd-1', number: '伞文1', reason: '有误' },
  'propose': { act: 'propose', step: 'exchange', input: {}, revision: 1 },
  'approve-proposal': { act: 'approve-proposal', step: 'exchange', revision: 1, madeBy: 'zhao', approvers: ['section-head', 'bureau-leader'] },
  'return-proposal': { act: 'return-proposal', step: 'exchange', revision: 1, madeBy: 'zhao', approvers: ['section-head', 'bureau-leader'], comment: '请补充' },
}

describe('what can be done with any matter', () => {
  test('assigning, handing over and identifying change the matter; the assignee leaves with the office', () => {
    const assigned = lent.act(ACTS.assign, head)
    expect(assigned.matter.assigneeId).toBe('zhao')
    expect(assigned.events.at(-1)).toMatchObject({ type: 'assigned', from: 'li' })
    const moved = assigned.act(ACTS['hand-over'], head)
    expect(moved.matter).toMatchObject({ officeId: 'mill', townCode: '990001002' })
    expect(moved.matter.assigneeId).toBeUndefined()
    expect(lent.act(ACTS['identify-subject'], { at }).matter).toMatchObject({ subjectEntityId: 'e-1', subjectName: '伞铺' })
  })

  test('an unassigned matter may be claimed by whoever may work on it, but not given to a colleague', () => {
    const unassigned = lent.act(ACTS['hand-over'], head)
    const officer = { at, person: 'zhao' }
    expect(unassigned.act(ACTS.assign, officer).matter.assigneeId).toBe('zhao')
    expect(answerOf(unassigned.askAct({ act: 'assign', to: 'qian', toName: '钱' }, officer))).toBe('procedure.role-required')
    expect(answerOf(lent.askAct(ACTS.assign, officer))).toBe('procedure.role-required')
  })

  test('a correction keeps what stood before and names the step it corrects', () => {
    const corrected = lent.act(ACTS.correct, head)
    expect(corrected.matter.facts).toMatchObject({ size: 'large' })
    expect(corrected.events.at(-1)).toMatchObject({ type: 'corrected', event: 'lend', field: 'size', label: '大小', before: 'small', after: 'large', reason: '登记有误' })
    expect(lent.askAct({ act: 'correct', field: 'size', value: 'huge', reason: '登记有误' }, head)).toMatchObject({ kind: 'invalid-input', fields: [{ field: 'size', label: '大小', says: '请选择大小' }] })
  })

  test('a fact the procedure does not have cannot be corrected, inherited names included', () => {
    for (const field of ['colour', 'constructor', '__proto__']) expect(answerOf(lent.askAct({ act: 'correct', field, value: 1, reason: '登记有误' }, head))).toBe('procedure.fact-unknown')
  })

  test('each leaves one event and one version more', () => {
    for (const act of Object.values(ACTS)) expect(lent.act(act, head).matter.version, act.act).toBe(lent.matter.version + 1)
  })

  test('to the office that has it already, nothing is handed over', () => {
    expect(answerOf(lent.askAct({ ...ACTS['hand-over'], act: 'hand-over', officeId: 'hall', officeName: '大厅', reason: '属地' }, head))).toBe('procedure.same-office')
  })

  test.each(Object.values(ACTS))('$act: exactly the roles that may do it can', (act) => {
    const all: readonly ActorRole[] = [...(Object.keys(ROLES) as (keyof typeof ROLES)[]), 'citizen', 'machine']
    const able = all.filter((by) => answerOf(lent.askAct(act, { at, by })) === 'taken')
    expect(new Set(able)).toEqual(new Set(ACT_ROLES[act.act]))
    expect(answerOf(lent.askAct(act, { at, by: 'audit-administrator' }))).toBe('procedure.role-required')
    expect(answerOf(lent.askAct(act, { ...head, office: 'mill' }))).toBe('procedure.role-required')
  })

  test('after the end of a matter only what adds or corrects remains', () => {
    const open = Object.values(ACTS).filter((act) => answerOf(closed.askAct(act, head)) === 'taken').map((act) => act.act)
    expect(open).toEqual(['note', 'attach', 'link', 'correct', 'withdraw-document'])
    expect(answerOf(closed.askAct(ACTS.assign, head))).toBe('procedure.matter-closed')
  })
})
