import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { textOfPdf } from '../../platform/pdf/fixtures/text-of-pdf.ts'
import { startServer } from '../fixtures/running-server.ts'
import type { RunningServer } from '../fixtures/running-server.ts'
import { registerEvaluate } from './evaluate.ts'

let server: RunningServer
const folder = mkdtempSync(join(tmpdir(), 'hengjian-evaluate-'))
beforeAll(async () => {
  server = await startServer()
})
afterAll(async () => {
  await server.dispose()
  rmSync(folder, { recursive: true, force: true })
})

async function run(...args: readonly string[]): Promise<Readonly<{ out: string; err: string; failed: boolean }>> {
  const said = { out: '', err: '', failed: false }
  const program = new Command().exitOverride()
  const { pools, clock, secret } = server.services
  registerEvaluate(program, { out: (text) => void (said.out += text), err: (text) => void (said.err += text), fail: () => void (said.failed = true) }, (work) => work({ pools, clock, secret, dataFolder: folder }))
  await program.parseAsync(['evaluate', ...args], { from: 'user' })
  return said
}

test('writes the report of a date as Word and as PDF', async () => {
  const [word, pdf] = [join(folder, 'mid.docx'), join(folder, 'mid.pdf')]
  const said = await run('--as-of', '2023-06-30', '--out', word)
  expect(JSON.parse(said.out)).toMatchObject({ asOf: '2023-06-30', title: '威海市文登区“十四五”市场监管规划中期评估报告', indicators: 23 })
  expect(readFileSync(word).subarray(0, 2).toString()).toBe('PK')
  await run('--as-of', '2023-06-30', '--out', pdf, '--address', 'https://desk.example/')
  expect(textOfPdf(readFileSync(pdf))[0]).toContain('截至2023年6月30日，重要指标23项中')
})

test.each([
  [['--out', join(folder, 'a.txt')], '应以 .docx 或 .pdf 结尾'],
  [['--as-of', '2023-02-30', '--out', join(folder, 'a.pdf')], '2023-02-30'],
  [['--as-of', '2031-01-01', '--out', join(folder, 'a.pdf')], '不晚于2026-11-23'],
  [['--address', 'desk', '--out', join(folder, 'a.pdf')], '应以 http:// 或 https:// 开头'],
])('%o is refused', async (args, says) => {
  const said = await run(...args)
  expect(said).toMatchObject({ out: '', failed: true })
  expect(said.err).toContain(says)
})
