import { describe, expect, it } from 'vitest'
import { draftKey, emptyDraft, isUntouched, restoreDraft } from './draft.ts'

const ID = '0193c2a0-0000-7000-8000-000000000001'
const SAVED_AT = '2026-11-01T00:00:00.000Z'
const draft = { ...emptyDraft('complaint', ID, SAVED_AT), content: '买到过期牛奶', isMixed: true }

describe('a kept draft', () => {
  it('has its own place for each form', () => {
    expect(draftKey('complaint')).not.toBe(draftKey('report'))
  })
  it('comes back with every word and its id', () => {
    expect(restoreDraft(JSON.stringify(draft), 'complaint', '2026-11-22T00:00:00.000Z')).toEqual(draft)
  })
  it('is not taken for the other form', () => {
    expect(restoreDraft(JSON.stringify(draft), 'report', SAVED_AT)).toBeUndefined()
  })
  it('ends after 30 days', () => {
    expect(restoreDraft(JSON.stringify(draft), 'complaint', '2026-11-30T23:59:00.000Z')).toBeDefined()
    expect(restoreDraft(JSON.stringify(draft), 'complaint', '2026-12-01T00:00:00.000Z')).toBeUndefined()
  })
  it('survives text of another shape', () => {
    for (const text of [null, '', 'not json', '[]', 'null', '{"id":7}', JSON.stringify({ ...draft, id: 'x' }), JSON.stringify({ ...draft, savedAt: 'yesterday' })]) {
      expect(restoreDraft(text, 'complaint', SAVED_AT)).toBeUndefined()
    }
  })
  it('takes fields of a wrong type as empty and ignores unknown ones', () => {
    const restored = restoreDraft(JSON.stringify({ ...draft, phone: 13, colour: 'red' }), 'complaint', SAVED_AT)
    expect(restored).toEqual(draft)
  })
})

describe('isUntouched', () => {
  it('is true until something is typed', () => {
    expect(isUntouched(emptyDraft('report', ID, SAVED_AT))).toBe(true)
    expect(isUntouched(draft)).toBe(false)
  })
})
