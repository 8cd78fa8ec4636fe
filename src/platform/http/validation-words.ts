import type { FastifySchemaValidationError } from 'fastify/types/schema.js'
import { z } from 'zod'
import { invalidInputAnswer } from './refusal-answer.ts'
import type { InvalidInputAnswer } from './refusal-answer.ts'

type Issue = Parameters<z.core.$ZodErrorMap>[0]

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: '文字', number: '数字', int: '整数', boolean: '是或否', array: '列表', object: '一组内容', date: '日期',
}

const FORMAT_WORDS: Readonly<Record<string, string>> = {
  email: '电子邮箱', uuid: '编号', date: '日期（如 2026-09-24）', datetime: '时间', url: '网址', regex: '规定的格式',
}

/** Makes every schema of the process speak official Chinese. Messages continue the name of the field. */
export function speakChinese(): void {
  z.config({ localeError: wordsOf })
}

function wordsOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type': return issue.input === undefined ? '未填写' : `应为${TYPE_WORDS[issue.expected] ?? '规定的类型'}`
    case 'too_small': return tooSmallWords(issue)
    case 'too_big': return `不能超过${String(issue.maximum)}${unitOf(issue.origin)}`
    case 'invalid_format': return `不是有效的${FORMAT_WORDS[issue.format] ?? '格式'}`
    case 'invalid_value': return `只能是：${issue.values.map(String).join('、')}`
    case 'not_multiple_of': return `应为${String(issue.divisor)}的整数倍`
    case 'unrecognized_keys': return `含有不认识的内容：${issue.keys.join('、')}`
    case 'invalid_union': return '不是允许的内容'
    case 'invalid_key': return '含有不允许的名称'
    case 'invalid_element': return '含有不允许的内容'
    case 'custom': break
  }
  return '不符合要求'
}

function tooSmallWords({ origin, minimum }: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): string {
  if (origin === 'string' && Number(minimum) === 1) return '未填写'
  return origin === 'number' || origin === 'int' ? `不能小于${String(minimum)}` : `不能少于${String(minimum)}${unitOf(origin)}`
}

function unitOf(origin: string): string {
  if (origin === 'string') return '个字'
  return origin === 'array' || origin === 'set' ? '项' : ''
}

/** The answer to a request whose content its schema refused; labels come from the descriptions in the schema. */
export function invalidRequestAnswer(faults: readonly FastifySchemaValidationError[], schema: unknown): InvalidInputAnswer {
  return invalidInputAnswer(faults.map((fault) => {
    const path = fault.instancePath.split('/').filter((part) => part !== '')
    const field = path.join('.')
    return { field, label: labelAt(schema, path) ?? (field === '' ? '提交的内容' : `“${field}”`), says: fault.message ?? '不符合要求' }
  }))
}

function labelAt(schema: unknown, path: readonly string[]): string | undefined {
  let at = schema
  let label: string | undefined
  for (const part of path) {
    const inner = at instanceof z.ZodOptional || at instanceof z.ZodNullable ? at.unwrap() : at
    at = inner instanceof z.ZodObject ? inner.shape[part] : inner instanceof z.ZodArray ? inner.element : undefined
    if (at instanceof z.ZodType) label = at.description ?? label
  }
  return label
}
