import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { latestAnchor, parseAnchor } from '../../platform/ledger/anchor.ts'
import { parseProofs, proofOf, verifyProof } from '../../platform/ledger/proof.ts'
import { sealPending } from '../../platform/ledger/seal.ts'
import { isIdentifier } from '../../kernel/identifier.ts'
import { verifyHistory } from '../verify-history.ts'
import type { WithInstallation } from './installation.ts'
import { writeFailure, writeJson } from './output.ts'
import type { Output } from './output.ts'

/** `ledger verify [--anchor FILE]`, `ledger anchor`, `ledger seal`, `ledger proof ID`, `ledger check-proof FILE` */
export function registerLedger(program: Command, output: Output, withInstallation: WithInstallation): void {
  const ledger = program.command('ledger').description('存证账')
  ledger.command('verify').description('核验全部记录、叶子与封印').option('--anchor <文件>', '同时核对此前导出的锚点')
    .action((options: { readonly anchor?: string }) => verify(output, withInstallation, options.anchor))
  ledger.command('anchor').description('输出最新封印作为锚点，请保存在系统之外')
    .action(() => withInstallation(async ({ pools }) => {
      const anchor = await latestAnchor(pools.owner)
      if (anchor === null) writeFailure(output, '存证账还没有封印。系统运行时每隔数秒封印一次，也可执行 hengjian ledger seal。')
      else writeJson(output, anchor)
    }))
  ledger.command('seal').description('立即封印待封的记录')
    .action(() => withInstallation(async ({ pools, clock }) => {
      const { added, isBusy } = await sealPending(pools.owner, { now: () => clock.now() })
      if (isBusy) output.err('另一进程正在封印，其余记录由它处理。\n')
      writeJson(output, { added })
    }))
  ledger.command('proof <标识>').description('输出一条记录的存证证明')
    .action((id: string) => writeProof(output, withInstallation, id))
  ledger.command('check-proof <文件>').description('核验一份存证证明（一条记录或者一个办件的全部记录），不需要数据库')
    .action((file: string) => checkProof(output, file))
}

async function verify(output: Output, withInstallation: WithInstallation, anchorFile: string | undefined): Promise<void> {
  const anchor = anchorFile === undefined ? undefined : await readOr(output, anchorFile, parseAnchor)
  if (anchorFile !== undefined && anchor === undefined) return
  const verdict = await withInstallation(({ pools }) => verifyHistory(pools.owner, { ...(anchor ? { anchor } : {}), onProgress: progressOf(output) }))
  writeJson(output, verdict)
  if (verdict.ok) output.err(`核验通过：${verdict.leaves} 条已存证，${verdict.pending} 条待封。\n`)
  else writeFailure(output, [`核验未通过：发现 ${verdict.faultCount} 处问题。`, ...verdict.faults.slice(0, 20).map(({ says }) => `  ${says}`)].join('\n'))
}

async function writeProof(output: Output, withInstallation: WithInstallation, id: string): Promise<void> {
  if (!isIdentifier(id)) return writeFailure(output, `“${id}”不是记录标识。记录标识见办件页的全过程记录。`)
  const proof = await withInstallation(({ pools }) => proofOf(pools.owner, id))
  if (proof === null) writeFailure(output, `没有已存证的记录 ${id}。刚写入的记录要到下一次封印才有证明。`)
  else writeJson(output, proof)
}

async function checkProof(output: Output, path: string): Promise<void> {
  const file = await readOr(output, path, parseProofs)
  if (file === undefined) return
  const proofs = file.proofs.map((proof) => ({ ok: verifyProof(proof), source: proof.source, id: proof.id, index: proof.index, size: proof.size, root: proof.root }))
  const failed = proofs.filter(({ ok }) => !ok)
  writeJson(output, { ok: failed.length === 0, matter: file.matter, waiting: file.waiting, proofs })
  if (failed.length > 0) writeFailure(output, `证明不成立：${failed.length} 条记录的正文、位置或根被改动：${failed.map(({ id }) => id).join('、')}`)
}

async function readOr<Value>(output: Output, file: string, parse: (text: string) => Value): Promise<Value | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) {
    writeFailure(output, `无法读取文件“${file}”。请核对路径和读取权限。`)
    return undefined
  }
  try {
    return parse(text)
  } catch (error) {
    writeFailure(output, error instanceof Error ? error.message : String(error))
    return undefined
  }
}

/** One line for every hundred thousand events. */
function progressOf(output: Output): (checked: number, total: number) => void {
  let said = 0
  return (checked, total) => {
    if (checked - said < 100_000) return
    said = checked
    output.err(`已核验 ${checked} / ${total}\n`)
  }
}
