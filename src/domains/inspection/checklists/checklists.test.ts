import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { instruments } from '../../../../law/instruments.ts'
import { REFERENCE_FOLDER } from '../../../../test/support/reference-folder.ts'
import { articleText } from '../../../kernel/law-check.ts'
import { actSuggestedBy, actsSuggestedBy } from './violations.ts'
import { checklistOn, checklists, checklistView, namedChecklists } from './checklists.ts'

const TEXTS = `${REFERENCE_FOLDER}/law`

const textOf = (instrument: string): string => readFileSync(`${TEXTS}/${instrument}.txt`, 'utf8')

describe.each(checklists)('$id', (checklist) => {
  const items = checklist.versions.flatMap((version) => version.items)

  it.skipIf(!existsSync(TEXTS))('quotes its articles verbatim', () => {
    const plain = (text: string): string => text.replaceAll(/\s/gu, '')
    const faults = items.filter(({ basis, quotation }) => !plain(articleText(textOf(basis.instrument), basis.article) ?? '').includes(plain(quotation)))
    expect(faults.map(({ id, basis }) => `${id}: ${basis.instrument} ${basis.article}`)).toEqual([])
  })

  it('has eight items or more in every version, each id once, and its versions in order from 2021 on', () => {
    for (const version of checklist.versions) {
      expect(version.items.length).toBeGreaterThanOrEqual(8)
      expect(new Set(version.items.map((item) => item.id)).size).toBe(version.items.length)
    }
    const dates = checklist.versions.map((version) => version.from)
    expect(dates).toEqual(dates.toSorted())
    expect(dates[0]).toBe('2021-01-01')
  })

  it('names for each item the act that a fault suggests, as the cause of a case would', () => {
    for (const { id } of items) expect(actSuggestedBy({ checklistId: checklist.id, itemId: id }), id).toMatch(/^(?!涉嫌|没有|检查).{4,60}(?<!行为|。)$/u)
  })

  it('asks for no duty before its instrument took force', () => {
    for (const version of checklist.versions) {
      for (const { id, basis } of version.items) expect(version.from >= (instruments[basis.instrument].versions[0]?.from ?? '9999'), `${id} in ${version.from}`).toBe(true)
    }
  })
})

test('several faults make one cause; what no checklist knows makes none', () => {
  const row = (itemId: string) => ({ checklistId: 'food-operator@2021-01-01', itemId })
  expect(actsSuggestedBy([row('expired'), row('tableware'), row('expired')])).toBe('经营超过保质期、标注虚假生产日期的食品；餐具、饮具使用前未经洗净消毒')
  expect(actsSuggestedBy([row('nothing')])).toBeNull()
})

describe('the version of a day', () => {
  it('is that of the day itself: the new item appears on the day the measures take force', () => {
    const shown = (on: string): boolean => checklistOn('food-operator', on)?.items.some((item) => item.id === 'licence-shown') ?? false
    expect([shown('2023-11-30'), shown('2023-12-01')]).toEqual([false, true])
    expect(checklistOn('food-operator', '2023-11-30')?.version).toBe('2022-11-01')
  })

  it('is none before the first version and for an unknown list', () => {
    expect([checklistOn('food-operator', '2020-12-31'), checklistOn('constructor', '2026-01-01')]).toEqual([null, null])
  })

  it('is shown with basis and answers, without the quotation', () => {
    const list = checklistOn('lift-user-unit', '2026-11-22')
    if (list === null) throw new Error('no list')
    expect(checklistView(list).items[0]).toEqual({
      id: 'registration', says: '电梯办理使用登记，登记标志置于显著位置', basis: { instrument: 'special-equipment-law', article: '第三十三条' }, isKey: true,
      answers: ['conforms', 'fault'], measured: null, needsPhotoOnFault: true, toRecord: '设备代码、登记证编号',
    })
  })
})

it('reads the names a matter gives, however they are parted, each once', () => {
  expect(namedChecklists('food-operator、lift-user-unit，food-operator')).toEqual(['food-operator', 'lift-user-unit'])
  expect(namedChecklists(undefined)).toEqual([])
})
