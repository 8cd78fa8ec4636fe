import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import offices from '../../../../districts/371003-wendeng/offices.json' with { type: 'json' }
import { REFERENCE_FOLDER } from '../../../../test/support/reference-folder.ts'
import { procedureById } from '../../index.ts'
import { planIndicators } from '../indicators/catalogue.ts'
import { plan14th } from './plan.ts'

const TEXT = `${REFERENCE_FOLDER}/plan/plan-zh.txt`

/** Numbered headings of section 二 that have none below them, by their place. */
function headingsOf(text: string): ReadonlyMap<string, string> {
  const lines = text.split('\n').map((line) => line.trim())
  const part = lines.slice(lines.indexOf('二、重点任务') + 1, lines.indexOf('三、组织实施'))
  const found = new Map<string, string>()
  let [group, item] = ['', '']
  for (const line of part) {
    const [, roman] = /^\(([一二三四五六七八])\)/u.exec(line) ?? []
    const [, number, title] = /^(\d)\.([^。]+)/u.exec(line) ?? []
    const [, sub, subTitle] = /^\((\d)\)([^。]+)/u.exec(line) ?? []
    if (roman !== undefined) group = `二（${roman}）`
    if (number !== undefined && title !== undefined) {
      item = `${group}${number}`
      found.set(item, title)
    }
    if (sub !== undefined && subTitle !== undefined) {
      found.delete(item)
      found.set(`${item}（${sub}）`, subTitle)
    }
  }
  return found
}

test('headings of a text are read to the lowest number', () => {
  const text = '一、x\n1.不要。\n二、重点任务\n(一)甲,乙\n1.有下级\n(1)下级一。后文。\n(2)下级二。\n2.没有下级。后文\n(二)丙\n1.又一项。\n三、组织实施\n1.不要。'
  expect([...headingsOf(text)]).toEqual([['二（一）1（1）', '下级一'], ['二（一）1（2）', '下级二'], ['二（一）2', '没有下级'], ['二（二）1', '又一项']])
})

test.runIf(existsSync(TEXT))('every numbered heading of the plan has tasks, in the words of the plan', () => {
  const inPlan = headingsOf(readFileSync(TEXT, 'utf8'))
  const inData = new Map(plan14th.tasks.map(({ planPlace, heading }) => [planPlace, heading]))
  expect(inPlan.size).toBe(41)
  expect(Object.fromEntries(inData)).toEqual(Object.fromEntries(inPlan))
})

test('eight groups; every task is owned by an office of the district and ends within the plan', () => {
  expect(plan14th.groups.map(({ place }) => place)).toEqual(['一', '二', '三', '四', '五', '六', '七', '八'].map((ordinal) => `二（${ordinal}）`))
  const known = new Set(offices.map(({ id }) => id))
  expect(plan14th.tasks.filter(({ officeId }) => !known.has(officeId))).toEqual([])
  expect(plan14th.tasks.filter(({ startsOn, endsOn }) => startsOn < plan14th.issuedOn || endsOn > '2025-12-31')).toEqual([])
  expect(plan14th.tasks.filter(({ planPlace, group }) => !planPlace.startsWith(plan14th.groups.find(({ id }) => id === group)?.place ?? '?'))).toEqual([])
})

test('linked indicators and procedures exist, and every indicator of the plan is some task\'s', () => {
  const linked = new Set(plan14th.tasks.flatMap(({ indicatorIds }) => indicatorIds))
  expect([...linked].toSorted()).toEqual(planIndicators.definitions.map(({ id }) => id).toSorted())
  expect(plan14th.tasks.flatMap(({ procedures }) => procedures).filter((id) => !procedureById.has(id))).toEqual([])
})
