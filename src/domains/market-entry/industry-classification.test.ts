import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { REFERENCE_FOLDER } from '../../../test/support/reference-folder.ts'
import { INDUSTRIES, industryName, parseIndustry } from './industry-classification.ts'

/** Divisions that the list at hand words otherwise than the standard of 2017. */
const WORDED_OTHERWISE = new Set(['C15', 'M75', 'R87'])
const ORACLE = `${REFERENCE_FOLDER}/data/gbt4754_2017.csv`

test.skipIf(!existsSync(ORACLE))('sections, divisions and classes are those of the standard', () => {
  const standard = new Map(readFileSync(ORACLE, 'utf8').replaceAll('\r', '').trim().split('\n').slice(1).map((line) => {
    const [code = '', level = '', , name = ''] = line.split(',')
    return [code, { level, name: name.replaceAll('"', '') }]
  }))
  const wrong = [...INDUSTRIES].filter(([code, name]) => !WORDED_OTHERWISE.has(code) && standard.get(code)?.name !== name).map(([code, name]) => `${code} ${name} / ${standard.get(code)?.name}`)
  expect(wrong).toEqual([])
  const missing = [...standard].filter(([code, { level }]) => (level === '门类' || level === '大类') && !INDUSTRIES.has(code))
  expect(missing).toEqual([])
})

test('a class is named, one not listed takes the name of its division', () => {
  expect(industryName('F5211')).toBe('百货零售')
  expect(industryName('5211')).toBe('百货零售')
  expect(industryName('C1499')).toBe('食品制造业')
  expect(industryName('X9999')).toBeNull()
})

test.each([['5211', 'F5211'], ['F5211', 'F5211'], ['f52', 'F52'], ['餐饮业', 'H62'], ['正餐服务', 'H6210']])('%s is %s', (text, code) => expect(parseIndustry(text)).toEqual({ value: code }))

test('codes outside the standard are refused, unknown names are set aside with a notice', () => {
  expect(parseIndustry('9911')).toEqual({ fault: expect.stringContaining('没有大类“99”') })
  expect(parseIndustry('A5211')).toEqual({ fault: expect.stringContaining('属于F类') })
  expect(parseIndustry('修仙服务')).toEqual({ value: undefined, notice: expect.stringContaining('修仙服务') })
})
