import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { PHONE, openProfile } from './browser.ts'

const PATIENCE_MS = 10_000

/** An inspector's phone: what is stored on it outlives its browser. */
export type Phone = {
  readonly page: Page
  readonly context: BrowserContext
  /** Cuts the network or gives it back. */
  setNetwork(isThere: boolean): Promise<void>
  /** The battery is empty: the browser's process ends at once, and is started again, without network when it had none. */
  die(): Promise<void>
  dispose(): Promise<void>
}

export async function openPhone(origin: string): Promise<Phone> {
  const profile = mkdtempSync(join(tmpdir(), 'hengjian-phone-'))
  let hasNetwork = true
  let { context, page } = await openProfile(profile, origin, PHONE)
  return {
    get page() { return page },
    get context() { return context },
    setNetwork: async (isThere) => {
      hasNetwork = isThere
      await context.setOffline(!isThere)
    },
    die: async () => {
      const gone = new Promise<void>((settle) => { context.once('close', () => { settle() }) })
      process.kill(browserProcess(profile), 'SIGKILL')
      await gone
      await untilGone(profile)
      const next = await openProfile(profile, origin, PHONE)
      context = next.context
      page = next.page
      await context.setOffline(!hasNetwork)
    },
    dispose: async () => {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

async function untilGone(profile: string): Promise<void> {
  for (let waitedMs = 0; processesOn(profile).length > 0; waitedMs += 50) {
    if (waitedMs > PATIENCE_MS) throw new Error('the killed browser does not end')
    await wait(50)
  }
}

function browserProcess(profile: string): number {
  const [first, ...others] = processesOn(profile).filter(({ command }) => !command.includes('--type='))
  if (first === undefined || others.length > 0) throw new Error('the browser of a profile is one process')
  return first.pid
}

/** The processes started on a profile. Linux only. */
function processesOn(profile: string): readonly Readonly<{ pid: number; command: string }>[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    const command = commandOf(name)
    return command.includes(`--user-data-dir=${profile}`) ? [{ pid: Number(name), command }] : []
  })
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}
