import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerDeadline } from './deadline.ts'
import { registerLaw } from './law.ts'
import { registerUnifiedCode } from './uscc.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hengjian-commands-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function run(...words: readonly string[]): Promise<{ readonly json: unknown; readonly err: string; readonly code: number }> {
  let out = ''
  let err = ''
  let code = 0
  const output = { out: (text: string) => { out += text }, err: (text: string) => { err += text }, fail: () => { code = 1 } }
  const program = new Command().exitOverride()
  registerUnifiedCode(program, output)
  registerDeadline(program, output)
  registerLaw(program, output)
  await program.parseAsync(words, { from: 'user' })
  return { json: out === '' ? undefined : JSON.parse(out), err, code }
}

describe('uscc check', () => {
  it.each(['utf8', 'gb18030'])('counts the first column of a %s file, header or not', async encoding => {
    const file = join(folder, `codes-${encoding}.csv`)
    await writeFile(file, iconv.encode('统一社会信用代码,名称\r\n91350100M000100Y43,例一\r\n91350100M000100Y44,例二\r\n\r\n文山路228号,例三\r\n', encoding))
    expect(await run('uscc', 'check', file)).toEqual({ json: { checked: 3, valid: 1, invalid: 2, invalidCodes: ['91350100M000100Y44', '文山路228号'] }, err: '', code: 0 })
  })

  it('names a file that cannot be read', async () => {
    expect(await run('uscc', 'check', join(folder, 'none.csv'))).toMatchObject({ json: undefined, code: 1, err: expect.stringContaining('无法读取文件') })
  })
})

describe('deadline', () => {
  it.each([
    ['7wd', 'none', '2026-10-12'], ['15cd', 'none', '2026-10-09'], ['24h', 'none', '2026-09-25'], ['3mo', 'none', '2026-12-24'], ['1y', 'none', '2027-09-24'],
    ['10cd', 'statutory-holiday', '2026-10-08'], ['10cd', 'rest-day', '2026-10-08'],
  ])('2026-09-24 + %s, roll %s, is %s', async (limit, roll, due) => {
    expect(await run('deadline', '--from', '2026-09-24', '--limit', limit, '--roll', roll)).toMatchObject({ json: { due, derivation: expect.arrayContaining([expect.stringContaining('期限：')]) }, code: 0 })
  })

  it('counts hours from the moment, in China where no zone is given', async () => {
    expect(await run('deadline', '--from', '2026-09-24T10:30', '--limit', '24h')).toMatchObject({ json: { due: '2026-09-25', dueAt: '2026-09-25T02:30:00.000Z' } })
    expect(await run('deadline', '--from', '2026-09-24T10:30:00Z', '--limit', '24h')).toMatchObject({ json: { dueAt: '2026-09-25T10:30:00.000Z' } })
  })

  it('takes the limit and its counting from a rule of that day', async () => {
    expect(await run('deadline', '--from', '2026-08-05', '--rule', 'complaint.mediation')).toMatchObject({ json: { due: '2026-10-08', target: '2026-10-04', basis: '《市场监督管理投诉举报处理办法》第二十三条第一款第五项' } })
    expect(await run('deadline', '--from', '2026-04-14', '--rule', 'complaint.mediation')).toMatchObject({ json: { rule: 'complaint.mediation', basis: expect.stringContaining('暂行办法') } })
  })

  it.each([
    [['--from', '2026-12-20', '--limit', '15wd'], '2027年放假安排尚未载入'],
    [['--from', '2026-02-30', '--limit', '7wd'], '不是可以计算的日期或时刻'],
    [['--from', '2026-09-24', '--limit', '7x'], '不能识别'],
    [['--from', '2026-09-24', '--limit', '9999y'], '不能识别'],
    [['--from', '9999-12-31', '--limit', '7cd'], '不是可以计算的日期或时刻'],
    [['--from', '2026-09-24', '--limit', '7wd', '--roll', 'x'], '不能识别'],
    [['--from', '2026-09-24'], '--limit 或 --rule'],
    [['--from', '2026-09-24', '--rule', 'complaint.none'], '没有规则'],
    [['--from', '2026-09-24', '--rule', 'hearing.threshold-person'], '不是期限'],
    [['--from', '2026-09-24', '--rule', 'report.filing-notice'], '没有有效的规定值'],
  ])('refuses %j', async (words, message) => {
    expect(await run('deadline', ...words)).toMatchObject({ json: undefined, code: 1, err: expect.stringContaining(message) })
  })
})

describe('law', () => {
  it('lists as JSON', async () => {
    expect(await run('law', 'list', '--json')).toMatchObject({ json: expect.arrayContaining([expect.objectContaining({ id: 'penalty.decision', article: '第六十四条', value: 90, unit: 'calendar-day', from: '2021-07-15', until: null })]), code: 0 })
  })

  it('exits 1 and names each miss', async () => {
    await writeFile(join(folder, 'penalty-law.txt'), '第三十六条 违法行为在三年内未被发现的，不再给予行政处罚。\n')
    const { err, code } = await run('law', 'check', '--texts', folder)
    expect(code).toBe(1)
    expect(err).toContain('penalty.limitation（penalty-law 第三十六条）')
  })
})
