import { expect, test } from 'vitest'
import { NOT_SENT } from '../device/send-state.ts'
import type { EvidenceRow, VisitRow } from '../device/rows.ts'
import { recordNote, recordText } from './record-text.ts'
import { lacksOfSigning, lacksOfVisit, visitInputOf } from './visit-input.ts'
import type { Answers } from './progress.ts'

const AT = { at: '2026-11-20T02:00:00.000Z', isServerCorrected: true }
const visit: VisitRow = {
  key: 'u/m', accountId: 'u', matterId: 'm', base: { version: 3, readAt: AT.at },
  task: {
    matterId: 'm', procedure: 'inspection', number: '检查〔2026〕1号', title: '示例检查', state: 'assigned', stateName: '待检查', version: 3, isClosed: false, plannedFrom: null, plannedUntil: null, isAnnounced: false,
    entity: null, officers: [], checklistIds: ['food'], entryCode: 'E', due: null, earlier: [], openSteps: ['recordVisit'],
  },
  checklists: [{
    id: 'food', version: '2026', name: '食品经营', items: ['a', 'b'].map((id) => (
      { id, says: `第${id}项`, basis: { instrument: 'food-safety-law', article: '第一条' }, isKey: false, answers: ['conforms', 'fault', 'not-applicable'], measured: null, needsPhotoOnFault: true, toRecord: '' })),
  }],
  results: { found: '发现问题已责令改正', clean: '未发现问题', gone: '已关闭停业' },
  demands: { found: { everyItem: true, faults: 'no-key', leastWords: 0 }, clean: { everyItem: true, faults: 'none', leastWords: 0 }, gone: { everyItem: false, faults: 'none', leastWords: 10 } }, arrived: AT, arrivedPlace: '店内', placeSays: '', certificatesShown: true, leftAt: '2026-11-20T02:40:00.000Z', visitResult: 'found', found: '', signing: 'signed', signerRole: '负责人',
  witnessName: '', refusalReason: '', record: null, actionId: null,
}
const evidence = (id: string, more: Partial<EvidenceRow>): EvidenceRow => ({
  ...NOT_SENT, id, accountId: 'u', visitKey: 'u/m', matterId: 'm', kind: 'photo', checklistItemId: null, signer: null, fileName: `${id}.jpg`, byteSize: 1, sha256: `hash-${id}`, captured: AT, place: null, placeSays: '', preview: null, ...more,
})
const answers: Answers = new Map([['food/a', { answer: 'conforms', found: '', measured: '' }], ['food/b', { answer: 'fault', found: ' 过期 ', measured: '' }]])
const photo = evidence('p', { checklistItemId: 'food/b' })
const signature = evidence('s', { kind: 'signature', signer: 'party' })

test('each thing that is missing is named with its place', () => {
  const empty = { ...visit, arrived: null, certificatesShown: false, visitResult: '' }
  expect(lacksOfVisit(empty, new Map(), []).map(({ where, place }) => `${place}:${where}`)).toEqual(['visit:到场', 'visit:出示证件', 'advice:第a项', 'advice:第b项', 'result:检查结果'])
  expect(lacksOfVisit(visit, answers, [photo])).toEqual([])
  expect(lacksOfVisit(visit, answers, [{ ...photo, state: 'dropped' }])).toMatchObject([{ says: '不合格项须拍照' }])
})

test('what the server would ask of a result is said at the door', () => {
  const advice = (visitResult: string, given: Answers, found = ''): readonly string[] => lacksOfVisit({ ...visit, visitResult, found }, given, [photo]).map(({ place, says }) => `${place}:${says}`)
  expect(advice('clean', answers)).toEqual(['advice:与1项不合格不符'])
  expect(advice('gone', new Map(), '店门紧锁，邻居称已搬走')).toEqual([])
  expect(advice('gone', new Map(), '店门紧锁')).toEqual(['advice:须在“现场情况”中写明核实的经过（至少10个字）'])
  const keyed = { ...visit, visitResult: 'found', checklists: visit.checklists.map((list) => ({ ...list, items: list.items.map((item) => ({ ...item, isKey: true })) })) }
  expect(lacksOfVisit(keyed, answers, [photo])).toMatchObject([{ place: 'advice' }])
  expect(advice('found', new Map([...answers, ['food/b', { answer: 'conforms', found: '', measured: '' }]]))).toEqual(['advice:没有不合格项，也没有写明发现的问题'])
})

test('a refusal to sign needs what happened and a witness; a signature needs who signed', () => {
  expect(lacksOfSigning({ ...visit, signing: 'refused' }, [signature]).map(({ where }) => where)).toEqual(['拒绝签名', '见证人'])
  expect(lacksOfSigning({ ...visit, signerRole: '' }, []).map(({ where }) => where)).toEqual(['当事人签名', '签名人身份'])
  expect(lacksOfSigning(visit, [signature])).toEqual([])
})

test('the visit names its photos and its signature, and nothing of the other way of signing', () => {
  const input = visitInputOf({ ...visit, witnessName: '旁人' }, answers, [photo, signature])
  expect(input).toMatchObject({ signing: 'signed', signerRole: '负责人', signatureEvidenceId: 's', results: [{ itemId: 'a' }, { itemId: 'b', found: '过期', evidenceIds: ['p'] }] })
  expect(input).not.toHaveProperty('witnessName')
  const refused = visitInputOf({ ...visit, signing: 'refused', witnessName: '旁人', refusalReason: '不认可检查结果' }, answers, [photo, signature])
  expect(refused).toMatchObject({ signing: 'refused', witnessName: '旁人', refusalReason: '不认可检查结果' })
  expect(refused).not.toHaveProperty('signatureEvidenceId')
})

test('what is signed changes with every answer and photo, not with signatures or a witness', () => {
  const text = recordText(visit, answers, [photo])
  expect(recordText({ ...visit, witnessName: '旁人' }, answers, [photo, signature])).toBe(text)
  expect(recordText(visit, answers, [{ ...photo, sha256: 'other' }])).not.toBe(text)
  expect(recordText({ ...visit, found: '另' }, answers, [photo])).not.toBe(text)
})

test('a note made of the record names no witness', () => {
  const note = recordNote({ ...visit, signing: 'refused', witnessName: '旁人甲', refusalReason: '旁人甲在场' }, answers, [photo])
  expect(note).toContain('到场：2026年11月20日10时，离场：2026年11月20日10时40分。')
  expect(note).toContain('不合格：第b项。过期')
  expect(note).not.toContain('旁人甲')
})
