import { readFile, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { stringify } from 'csv-stringify/sync'
import { bundleSchema } from '../../engines/draw/bundle.ts'
import { explain } from '../../engines/draw/explain.ts'
import { findProof } from '../../engines/draw/held/find-proof.ts'
import { fromHex } from '../../engines/draw/hex.ts'
import { drawKey, ticketsInOrder, ticketsUnder } from '../../engines/draw/ticket.ts'
import { verifyBundle } from '../../engines/draw/verify-bundle.ts'
import type { BundleVerdict } from '../../engines/draw/verify-bundle.ts'
import { HASHES } from '../../platform/hash.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import { readServedDistrict } from '../services.ts'
import type { WithInstallation } from './installation.ts'
import { writeFailure, writeJson } from './output.ts'
import type { Output } from './output.ts'

type TicketOptions = { readonly otp: string; readonly randomness: string; readonly labels: string; readonly hash: string }

const EXPORT_MS = 60_000
const CODE = /^[0-9a-f]{64}$/

/** `draw tickets --otp HEX --randomness STRING --labels FILE [--hash sha256|sm3]`, `draw verify BUNDLE.json`, `draw explain BUNDLE.json ENTITY`, `draw export NUMBER --out FILE` */
export function registerDraw(program: Command, output: Output, withInstallation: WithInstallation): void {
  const draw = program.command('draw').description('双随机抽取')
  draw.command('tickets').description('按签号次序输出全部标签（CSV：label,ticket）')
    .requiredOption('--otp <码>', '本轮公布的一次性码，64位十六进制')
    .requiredOption('--randomness <文本>', '公共随机数的规范文本，例如 9319./2.5.8.10.12./')
    .requiredOption('--labels <文件>', 'UTF-8文本文件，每行一个标签')
    .option('--hash <算法>', '规则文本载明的杂凑算法：sha256 或 sm3', 'sha256')
    .action((options: TicketOptions) => tickets(output, options))
  draw.command('verify <文件>').description('依证明文件重新计算一次抽取，核验结果')
    .option('--announcement <杂凑值>', '同时核对抽取前公布的公告杂凑值')
    .action((file: string, options: { readonly announcement?: string }) => verify(output, file, options.announcement))
  draw.command('explain <文件> <对象>').description('说明某一对象为何抽中或者未抽中')
    .action((file: string, entity: string) => explainEntity(output, file, entity))
  draw.command('export <编号>').description('从数据库导出一次抽取的证明文件').requiredOption('--out <文件>', '输出文件')
    .action((number: string, options: { readonly out: string }) => exportBundle(output, withInstallation, { number, out: options.out }))
}

/** The newest proof of a draw, byte for byte as the portal hands it out. */
async function exportBundle(output: Output, withInstallation: WithInstallation, { number, out }: Readonly<{ number: string; out: string }>): Promise<void> {
  await withInstallation(async ({ pools }) => {
    const served = await readServedDistrict(pools)
    if (served === null) return writeFailure(output, '数据库中没有区县：请先完成初始设置。')
    const proof = await inScope(pools.desk, { district: served.code, isReadOnly: true, timeoutMs: EXPORT_MS }, (tx) => findProof(tx, served.code, number))
    if (proof === null) return writeFailure(output, `没有编号为“${number}”的抽取。请核对编号，例如 ${served.code}-2026-1。`)
    await writeFile(out, proof.bundle)
    writeJson(output, { file: out, number, bytes: proof.byteSize, sha256: proof.sha256, isDrawn: proof.isDrawn })
  })
}

async function verify(output: Output, file: string, announced: string | undefined): Promise<void> {
  const opened = await readBundle(output, file)
  if (opened === undefined) return
  const verdict = verdictOf(opened, announced)
  writeJson(output, verdict)
  if (!verdict.ok) output.fail()
}

async function explainEntity(output: Output, file: string, entity: string): Promise<void> {
  const opened = await readBundle(output, file)
  if (opened === undefined) return
  const verdict = verdictOf(opened, undefined)
  const bundle = bundleSchema.safeParse(opened.json)
  if (!verdict.ok || !bundle.success) return writeFailure(output, `证明文件“${file}”未通过核验，不能据以说明。请先执行 hengjian draw verify 查看原因。`)
  writeJson(output, explain(bundle.data, entity, HASHES))
}

function verdictOf({ json }: { readonly json: unknown }, announced: string | undefined): BundleVerdict {
  if (json === undefined) return { ok: false, faults: [{ where: '', says: '文件不是JSON格式。' }] }
  return verifyBundle(json, HASHES, announced === undefined ? {} : { announcementHash: announced.trim().toLowerCase() })
}

/** The value in the file, undefined within when it is no JSON; a file that cannot be read is reported here. */
async function readBundle(output: Output, file: string): Promise<{ readonly json: unknown } | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) {
    writeFailure(output, `无法读取文件“${file}”。请核对路径和读取权限。`)
    return undefined
  }
  try {
    return { json: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch {
    return { json: undefined }
  }
}

async function tickets(output: Output, { otp, randomness, labels: file, hash: name }: TicketOptions): Promise<void> {
  const code = otp.trim().toLowerCase()
  if (!CODE.test(code)) return writeFailure(output, `一次性码“${otp}”应为64位十六进制数字。请从抽取公告或者证明文件中完整复制。`)
  if (name !== 'sha256' && name !== 'sm3') return writeFailure(output, `不能识别杂凑算法“${name}”。请填写 sha256 或 sm3。`)
  if (randomness === '') return writeFailure(output, '公共随机数为空。请填写抽取结果公布的规范文本，例如 9319./2.5.8.10.12./。')
  const bytes = await readFile(file).catch(() => undefined)
  if (bytes === undefined) return writeFailure(output, `无法读取文件“${file}”。请核对路径和读取权限。`)
  const labels = labelsOf(bytes)
  if (typeof labels === 'string') return writeFailure(output, `文件“${file}”${labels}`)
  const hash = HASHES[name]
  const order = ticketsInOrder(labels, ticketsUnder(hash, drawKey(hash, fromHex(code), randomness)))
  output.out(stringify(order.map(({ label, ticket }) => [label, ticket]), { header: true, columns: ['label', 'ticket'] }))
}

// Labels are hashed byte by byte: nothing of a line but its end is dropped, and what is not UTF-8 is refused.
function labelsOf(bytes: Uint8Array): readonly string[] | string {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return '不是UTF-8编码。请另存为UTF-8后重试。'
  }
  const seen = new Map<string, number>()
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line === '') continue
    const earlier = seen.get(line)
    if (earlier !== undefined) return `第${i + 1}行与第${earlier}行的标签“${line}”相同。每个标签只能出现一次，请删除重复的行。`
    seen.set(line, i + 1)
  }
  return seen.size === 0 ? '中没有标签。请每行填写一个标签。' : [...seen.keys()]
}
