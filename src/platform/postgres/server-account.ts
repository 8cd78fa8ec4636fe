import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'

/** PostgreSQL refuses to run as root; this is the account `nobody` of every Linux system. */
const NOBODY = 65534

export type ServerAccount = {
  /** Words put before the program: drop privileges and die with the parent, as far as this system can. */
  readonly prefix: readonly string[]
  /** Owner the data folder must have, or undefined when it stays with the current user. */
  readonly fileOwner: number | undefined
}

/**
 * Chooses how to run the server so that it is never root and stops when its parent is killed.
 * `folders` must be reachable by the server; a closed one on the way (mode 700, such as a checkout below /root)
 * needs a user namespace, or the one capability that passes closed folders.
 */
export function chooseServerAccount(folders: readonly string[]): ServerAccount {
  if (process.platform !== 'linux' || !runs('setpriv', ['--pdeathsig', 'INT', 'true'])) {
    if (process.getuid?.() === 0) throw new Error(ROOT_HELP)
    return { prefix: [], fileOwner: undefined }
  }
  const dieWithParent = ['--pdeathsig', 'INT']
  const namespace = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--']
  if (process.getuid?.() !== 0) {
    const needsName = !hasUserName() && runs('unshare', [...namespace, 'true'])
    return { prefix: [...(needsName ? ['unshare', ...namespace] : []), 'setpriv', ...dieWithParent], fileOwner: undefined }
  }
  const becomeNobody = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']
  if (folders.every(isOpenToAll)) return { prefix: ['setpriv', ...becomeNobody, ...dieWithParent], fileOwner: NOBODY }

  if (runs('unshare', [...namespace, 'true'])) {
    return { prefix: ['unshare', ...namespace, 'setpriv', ...dieWithParent], fileOwner: 0 }
  }
  // access(2) ignores the capability unless the kernel leaves the ids' fixup alone; initdb asks it about its own program.
  const passClosedFolders = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup']
  if (runs('setpriv', [...becomeNobody, ...passClosedFolders, 'true'])) {
    return { prefix: ['setpriv', ...becomeNobody, ...passClosedFolders, ...dieWithParent], fileOwner: NOBODY }
  }
  throw new Error(ROOT_HELP)
}

const ROOT_HELP =
  '以 root 身份无法启动内置数据库：数据库不能以 root 运行，而其他用户又进不了本目录。' +
  '请改用普通用户运行，或把程序和 HENGJIAN_DATA 放到其他用户可以进入的目录，或用 DATABASE_URL 指定已有数据库。'

function runs(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}

/** A container may run the program under a number without a name; PostgreSQL wants a name. */
function hasUserName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

function isOpenToAll(path: string): boolean {
  for (let folder = realpathSync(path); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

/** Gives a folder and everything in it to `owner`; does nothing when the folder already is theirs. */
export function giveFolder(folder: string, owner: number | undefined): void {
  if (owner === undefined || !existsSync(folder) || lstatSync(folder).uid === owner) return
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) chownSync(join(folder, entry), owner, owner)
  chownSync(folder, owner, owner)
}
