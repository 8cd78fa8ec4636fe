import { describe, expect, test } from 'vitest'
import { decide } from './decide.ts'
import { answerOf } from './example.ts'
import { contextOf, expectDecided, lentLoan, loan, openLoan } from './fixtures/scenario.ts'
import { umbrellaLoan } from './fixtures/umbrella-loan.ts'
import type { Matter } from './matter.ts'

const AT = '2026-03-02 09:00'
const at = { at: AT }
const later = { at: '2026-03-03 09:00' }

describe('opening', () => {
  test('makes the matter under the law of the day of receipt', () => {
    const { matter, events } = loan(AT)
    expect(matter).toMatchObject({ procedure: 'umbrella-loan', state: 'requested', lawOn: '2026-03-02', version: 2, townCode: '990001001', assigneeId: 'li', facts: { purpose: '避雨', size: 'small', isDepositPaid: true } })
    expect(events.map((event) => event.type)).toEqual(['opened', 'clock-started'])
  })

  test('the law of the day of receipt is that of China, also just after midnight there', () => {
    expect(loan('2026-01-01 00:10').matter.lawOn).toBe('2026-01-01')
    expect(loan('2025-12-31 23:50').matter.lawOn).toBe('2025-12-31')
  })

  test('is refused to a role that may not open; who receives a matter registers it, whichever office it then goes to', () => {
    expect(openLoan(AT, { when: { by: 'legal-reviewer' } })).toMatchObject({ kind: 'refusal', code: 'procedure.role-required', do: '请转交受理登记人员、当事人，或由安全管理员授权。' })
    expect(answerOf(openLoan(AT, { when: { office: 'another-hall' } }))).toBe('taken')
  })

  test('is open to whoever takes the step of another matter that declares it', () => {
    const opened = openLoan(AT, { when: { by: 'legal-reviewer' }, isChild: true })
    expect(answerOf(opened)).toBe('taken')
    expect(JSON.stringify(opened)).not.toContain('isChild')
  })

  test('names each field that does not fit, by its label', () => {
    const decision = openLoan(AT, { facts: { purpose: '伞', size: 'huge', isDepositPaid: 'yes', colour: 'red', daysLate: 3 } })
    expect(decision).toEqual({
      kind: 'invalid-input', fields: [
        { field: 'purpose', label: '用途', says: '请填写用途（至少 2 个字）' }, { field: 'size', label: '大小', says: '请选择大小' },
        { field: 'isDepositPaid', label: '是否已交押金', says: '请选择是否已交押金' }, { field: 'colour', label: 'colour', says: '本步骤不收“colour”。' },
        { field: 'daysLate', label: 'daysLate', says: '本步骤不收“逾期天数”。' },
      ],
    })
    expect(openLoan(AT, { facts: { purpose: '' } })).toMatchObject({ fields: [{ field: 'purpose', says: '请填写用途。' }] })
  })

  test('cannot have been received after now', () => {
    expect(openLoan('2026-03-02 09:01', { when: { at: AT } })).toMatchObject({ kind: 'invalid-input', fields: [{ field: 'receivedAt' }] })
  })
})

describe('a step', () => {
  test('moves the state, keeps its input and who took it, and tells the person', () => {
    const told = loan(AT).ask('explain', at, { explanation: '  押金十元。 ' })
    expect(expectDecided(told).events).toEqual([
      expect.objectContaining({ type: 'step-taken', step: 'explain', from: 'requested', to: 'requested', input: { explanation: '押金十元。' }, computed: {} }),
      expect.objectContaining({ type: 'message-sent', to: 'citizen', text: '押金十元。' }),
    ])
    const { matter } = lentLoan(AT)
    expect(matter).toMatchObject({ state: 'lent', steps: [{ step: 'lend', actorId: 'li', actorName: 'li' }] })
  })

  test('names the documents it issues and the matter it opens', () => {
    expect(expectDecided(loan(AT).ask('lend', at)).documents).toEqual(['loan-slip'])
    expect(expectDecided(lentLoan(AT).ask('reportLost', later, { wantsSearch: true })).child).toEqual({ procedure: 'umbrella-search', title: '寻伞', channel: 'counter', facts: { purpose: '避雨' } })
    expect(expectDecided(lentLoan(AT).ask('reportLost', later)).child).toBeNull()
  })

  test('computes facts from its input and a number of the law; the message may speak of them', () => {
    const decided = expectDecided(lentLoan(AT).ask('takeBack', later, { daysLate: 3 }))
    expect(decided.matter.facts).toMatchObject({ daysLate: 3, fineInFen: 150 })
    expect(decided.events.find((event) => event.type === 'message-sent')).toMatchObject({ text: '滞纳金 150 分。' })
  })

  test('that closes ends the matter with its outcome', () => {
    const { matter } = loan(AT).take('refuse', later, { reason: '没有雨伞了' })
    expect(matter).toMatchObject({ state: 'refused', outcome: 'refused', closedAt: '2026-03-03T01:00:00.000Z' })
  })

  test('changes nothing of the matter it is asked of and gives the same answer again', () => {
    const before = lentLoan(AT)
    const copy = structuredClone(before.matter)
    expect(before.ask('takeBack', later, { daysLate: 1 })).toEqual(before.ask('takeBack', later, { daysLate: 1 }))
    expect(before.matter).toEqual(copy)
  })
})

describe('a step is refused', () => {
  test('where the procedure has none of that name, inherited names included', () => {
    for (const name of ['borrow', 'constructor', 'toString', '__proto__', 'hasOwnProperty']) expect(answerOf(loan(AT).ask(name, at))).toBe('procedure.step-unknown')
  })

  test('in another state, with the article and the state to reach', () => {
    expect(loan(AT).ask('takeBack', at)).toMatchObject({
      code: 'procedure.step-not-open', cite: { article: '（虚构）第九条' }, says: '办件现为“待借出”，“归还”只能在“借出中”、“寻找中”时办理。', do: '请先完成前面的步骤，使办件进入“借出中”、“寻找中”。',
    })
  })

  test('once the matter is closed, with its outcome', () => {
    expect(loan(AT).take('refuse', later, { reason: '没有雨伞了' }).ask('lend', later)).toMatchObject({ code: 'procedure.matter-closed', says: '办件已于 2026-03-03 办结（不予借出），不能再办理“借出”。' })
  })

  test('where the law of the matter does not have it, on either side of the change', () => {
    expect(answerOf(lentLoan('2025-12-31 09:00').ask('scanSlip', { at: '2026-03-02 09:00' }))).toBe('procedure.step-not-in-force')
    expect(answerOf(lentLoan('2026-01-01 09:00').ask('fileSlip', { at: '2026-03-02 09:00' }))).toBe('procedure.step-not-in-force')
    expect(answerOf(lentLoan('2025-12-31 09:00').ask('fileSlip', { at: '2026-03-02 09:00' }))).toBe('taken')
    expect(answerOf(lentLoan('2026-01-01 09:00').ask('scanSlip', { at: '2026-03-02 09:00' }))).toBe('taken')
  })

  test('to a role that may not take it', () => {
    expect(answerOf(loan(AT).ask('lend', { ...at, by: 'intake-officer' }))).toBe('procedure.role-required')
  })

  test('to a person who stepped aside, whatever the step', () => {
    const recused = lentLoan(AT).act({ act: 'recuse', accountId: 'wang', accountName: 'wang', reason: '亲属' }, { ...later, by: 'section-head' })
    for (const step of ['takeBack', 'exchange', 'reportLost']) expect(answerOf(recused.ask(step, { ...later, person: 'wang' }))).toBe('procedure.actor-recused')
    expect(answerOf(recused.ask('takeBack', { ...later, person: 'zhao' }))).toBe('taken')
  })

  test('to the person who took the step it checks', () => {
    const returned = lentLoan(AT).take('takeBack', { ...later, person: 'wang' })
    expect(answerOf(returned.ask('close', { ...later, person: 'wang' }, { damage: ['none'] }))).toBe('procedure.same-person')
    expect(answerOf(returned.ask('close', { ...later, person: 'zhao' }, { damage: ['none'] }))).toBe('taken')
  })

  test('a second time where it may be taken once', () => {
    expect(answerOf(loan(AT).take('explain', at, { explanation: '押金十元' }).ask('explain', later, { explanation: '押金十元' }))).toBe('procedure.step-taken-already')
  })

  test('by a guard, with the article of the matter’s own day', () => {
    expect(loan(AT, { isDepositPaid: false }).ask('lend', at)).toEqual({ kind: 'refusal', code: 'guard.depositMustBePaid', rule: 'depositMustBePaid', cite: { instrument: 'civil-code', article: '（虚构）新第一条' }, says: '尚未交押金。', do: '请先收取押金。' })
    expect(loan('2025-12-31 09:00', { isDepositPaid: false }).ask('lend', at)).toMatchObject({ cite: { article: '（虚构）旧第一条' } })
    expect(answerOf(loan(AT, { isDepositPaid: false }).take('takeDeposit', at).ask('lend', at))).toBe('taken')
  })

  test('by a guard that asks for a valid certificate', () => {
    expect(answerOf(loan(AT).ask('lend', { ...at, certificate: null }))).toBe('guard.lenderMustHoldCertificate')
    expect(answerOf(loan(AT).ask('lend', { ...at, certificate: '2026-03-01' }))).toBe('guard.lenderMustHoldCertificate')
    expect(answerOf(loan(AT).ask('lend', { ...at, certificate: '2026-03-02' }))).toBe('taken')
  })

  test('by a guard that looks at a child matter', () => {
    const child = { id: 'c', procedure: 'umbrella-search', number: '寻1', state: 'open', relation: 'child' as const, openedAt: '2026-03-03T01:00:00.000Z' }
    const returned = lentLoan(AT).take('takeBack', { ...later, by: 'citizen' })
    expect(answerOf(returned.ask('close', { ...later, related: [child] }, { damage: ['none'] }))).toBe('guard.searchMustHaveEnded')
    expect(answerOf(returned.ask('close', { ...later, related: [{ ...child, closedAt: '2026-03-04T01:00:00.000Z' }] }, { damage: ['none'] }))).toBe('taken')
  })

  test('by a guard on the form only after the form itself fits', () => {
    const returned = lentLoan(AT).take('takeBack', { ...later, by: 'citizen' })
    expect(answerOf(returned.ask('close', later))).toBe('invalid: damage')
    expect(answerOf(returned.ask('close', later, { damage: ['handle'] }))).toBe('guard.damageMustBeDescribed')
    expect(answerOf(returned.ask('close', later, { damage: ['handle'], damageNote: '伞柄断裂' }))).toBe('taken')
  })

  test('without any event: the matter stays as it was', () => {
    const refused: readonly Matter[] = [loan(AT)].map(({ matter }) => {
      decide(umbrellaLoan, matter, { step: 'takeBack', input: {} }, contextOf(at))
      return matter
    })
    expect(refused[0]?.version).toBe(2)
  })
})
