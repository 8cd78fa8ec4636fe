import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { FileStore, StoredFile } from '../../platform/files.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Pools } from '../../platform/postgres/pool.ts'
import type { RandomBytes } from '../../platform/random.ts'
import type { ImportDeclaration } from './import-declaration.ts'
import { failRun, finishRun, insertRun, recordProgress } from './import-runs.ts'
import type { RunStart } from './import-runs.ts'
import type { ImportReport } from './import-table.ts'
import { openTable } from './open-table.ts'
import { runImport } from './run-import.ts'
import { UnreadableTable } from './table.ts'

export type ImportServices = Readonly<{
  pools: Pools; files: FileStore; clock: Clock; random: RandomBytes
  onError: (error: unknown, name: string) => void
}>

export type ImportJobs = Readonly<{
  /** Starts the run beside the requests; refused while another of its kind and district is on its way. */
  start(declaration: ImportDeclaration, run: RunStart, file: StoredFile): Promise<Refusal | null>
  /** Resolves when nothing is running. */
  idle(): Promise<void>
}>

/** Imports of this process: one at a time for each kind and district, as two would take turns locking the same rows. */
export function openImportJobs(services: ImportServices): ImportJobs {
  const running = new Map<string, Promise<void>>()
  return {
    start: async (declaration, run, file) => {
      const place = `${run.district}/${run.kind}`
      if (running.has(place)) {
        return refuse({ code: 'exchange.import-running', says: `另一份${declaration.name}正在导入。`, do: '请等它完成后再导入，进度见导入记录。' })
      }
      let release = (): void => undefined
      running.set(place, new Promise((resolve) => { release = resolve }))
      const done = (): void => {
        running.delete(place)
        release()
      }
      try {
        await insertRun(services.pools.owner, run)
      } catch (error) {
        done()
        throw error
      }
      void work(services, declaration, run, file).catch((error: unknown) => services.onError(error, `import ${run.kind}`)).finally(done)
      return null
    },
    idle: async () => void (await Promise.all(running.values())),
  }
}

async function work(services: ImportServices, declaration: ImportDeclaration, run: RunStart, file: StoredFile): Promise<void> {
  const { pools, files, clock, random } = services
  const folder = await mkdtemp(join(tmpdir(), 'hengjian-import-'))
  try {
    const source = join(folder, 'source')
    const annotated = join(folder, 'annotated')
    await pipeline(files.stream(file.sha256), createWriteStream(source, { mode: 0o600 }))
    const table = await openTable(source)
    const context = { pool: pools.owner, district: run.district, actor: run.account, now: run.at, randomBytes: random }
    let last: Promise<unknown> = Promise.resolve()
    const report = await runImport({
      declaration, table, context, isDryRun: run.isDryRun,
      onProgress: (counts) => { last = last.then(() => recordProgress(pools.owner, run.id, counts)).catch((error: unknown) => services.onError(error, 'import progress')) },
    }, annotated)
    await last
    await finishRun(pools.owner, run, report, { annotatedSha256: await keepAnnotated(files, annotated, report, { name: file.name, format: table.format }), at: clock.now() })
  } catch (error) {
    const says = error instanceof UnreadableTable ? error.message : '导入过程中发生系统错误，已导入的行有效。请联系系统管理员，排除后重新导入同一文件。'
    await failRun(pools.owner, run, says, clock.now())
    if (!(error instanceof UnreadableTable)) throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The copy is worth keeping only when something stands in its last column. */
async function keepAnnotated(files: FileStore, path: string, report: ImportReport, file: Readonly<{ name: string; format: string }>): Promise<string | null> {
  if (report.failed === 0) return null
  const stored = await files.put(createReadStream(path), { name: `${file.name.replace(/\.[^.]*$/, '')}.${file.format}`, purpose: 'register' })
  return isRefusal(stored) ? null : stored.sha256
}
