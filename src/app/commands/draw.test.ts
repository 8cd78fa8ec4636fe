import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PLAN, heldDraw } from '../../engines/draw/fixtures/small-draw.ts'
import { registerDraw } from './draw.ts'

const OTP = '5346f2efb5397a6788fc1f1d9c05c6d3f2abe9b7d16d8592a3695b6dbe9f2456'
const RANDOMNESS = '1.2.3.4.5.6./1.2.3.4.5.6./1.2.3.4.5.6./'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hengjian-draw-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function run(...words: readonly string[]): Promise<{ readonly out: string; readonly err: string; readonly code: number }> {
  let out = ''
  let err = ''
  let code = 0
  const program = new Command().exitOverride()
  registerDraw(program, { out: (text) => { out += text }, err: (text) => { err += text }, fail: () => { code = 1 } }, () => Promise.reject(new Error('no database here')))
  await program.parseAsync(['draw', ...words], { from: 'user' })
  return { out, err, code }
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

describe('draw tickets', () => {
  it('prints the published vectors in draw order, whatever the order and line ends of the file', async () => {
    const labels = await file('labels.txt', '\uFEFFaqua\r\nblue\nlavenderblush\n\n"a,b"\n')
    const { out, code } = await run('tickets', '--otp', OTP.toUpperCase(), '--randomness', RANDOMNESS, '--labels', labels)
    const lines = out.trimEnd().split('\n')
    expect(lines.slice(0, 3)).toEqual(['label,ticket', 'lavenderblush,002ed527ae0a44a86c205d1cdba61826951a2ffb53c13729c3762eea04e21676', 'blue,03f710be2b61a6f9c3f89aa5ab553b81abb5fc9817865ac29b5b62dcfbaf431f'])
    expect(lines.filter((line) => line.startsWith('"""a,b""",'))).toHaveLength(1)
    expect([lines.length, code]).toEqual([5, 0])
  })

  it('draws with SM3 where the rules say so', async () => {
    const labels = await file('sm3.txt', 'blue\naqua\n')
    const [sm3, sha256] = await Promise.all(['sm3', 'sha256'].map((hash) => run('tickets', '--otp', OTP, '--randomness', RANDOMNESS, '--labels', labels, '--hash', hash)))
    expect(sm3).toMatchObject({ code: 0 })
    expect(sm3?.out).not.toBe(sha256?.out)
  })

  it.each([
    [['--otp', 'abc', '--randomness', '1./'], 'a\n', '64位十六进制'],
    [['--otp', OTP, '--randomness', ''], 'a\n', '公共随机数为空'],
    [['--otp', OTP, '--randomness', '1./', '--hash', 'md5'], 'a\n', '不能识别杂凑算法'],
    [['--otp', OTP, '--randomness', '1./'], 'a\nb\na\n', '第3行与第1行的标签“a”相同'],
    [['--otp', OTP, '--randomness', '1./'], '\n', '没有标签'],
    [['--otp', OTP, '--randomness', '1./'], Uint8Array.of(0xce, 0xc4, 0xb5, 0xc7), '不是UTF-8编码'],
  ])('refuses %j over %j', async (words, content, says) => {
    expect(await run('tickets', ...words, '--labels', await file('bad.txt', content))).toMatchObject({ out: '', err: expect.stringContaining(says), code: 1 })
  })

  it('refuses a file that is not there', async () => {
    expect(await run('tickets', '--otp', OTP, '--randomness', '1./', '--labels', join(folder, 'none'))).toMatchObject({ code: 1, err: expect.stringContaining('无法读取') })
  })
})

describe('draw verify and explain', () => {
  const bundle = heldDraw(PLAN, [null]).bundle

  it('accepts a sound bundle and says where a firm stood', async () => {
    const path = await file('bundle.json', JSON.stringify(bundle))
    const verdict = await run('verify', path)
    expect([JSON.parse(verdict.out), verdict.code]).toEqual([{ ok: true, drawId: PLAN.drawId, status: 'drawn', announcementHash: expect.stringMatching(/^[0-9a-f]{64}$/) }, 0])
    const { announcementHash }: { announcementHash: string } = JSON.parse(verdict.out)
    expect(await run('verify', path, '--announcement', announcementHash)).toMatchObject({ code: 0 })
    expect(await run('verify', path, '--announcement', OTP)).toMatchObject({ code: 1, out: expect.stringContaining('公告') })
    expect(JSON.parse((await run('explain', path, 'F01')).out)).toMatchObject({ ticket: expect.stringMatching(/^[0-9a-f]{64}$/), says: expect.stringContaining('测试商行1') })
  })

  it('exits 1 with the reason for a changed bundle and for what is no bundle', async () => {
    const changed = await file('changed.json', JSON.stringify({ ...bundle, frame: bundle.frame.slice(1) }))
    const verdict = await run('verify', changed)
    expect([JSON.parse(verdict.out), verdict.code]).toEqual([{ ok: false, faults: expect.arrayContaining([{ where: 'frame', says: expect.stringContaining('名单在公告以后被改动') }]) }, 1])
    expect(await run('explain', changed, 'F01')).toMatchObject({ out: '', code: 1, err: expect.stringContaining('未通过核验') })
    const broken = await run('verify', await file('broken.json', '{'))
    expect([JSON.parse(broken.out), broken.code]).toEqual([{ ok: false, faults: [{ where: '', says: '文件不是JSON格式。' }] }, 1])
    expect(await run('verify', join(folder, 'none'))).toMatchObject({ out: '', code: 1 })
  })
})
