// Debian packages that npm cannot bring. Plain JavaScript without dependencies.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const APT = '/usr/bin/apt-get'

/** Installs the packages when this user may; answers whether it was tried. */
export function installDebian(names, say, why) {
  const asRoot = rootPrefix()
  if (!asRoot || !existsSync(APT)) return false
  say(`正在安装${why}……`)
  runQuietly([...asRoot, 'apt-get', 'update', '-qq'])
  runQuietly([...asRoot, 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...names])
  return true
}

/** Unpacks one package below `folder` without any right but to write there. Answers whether it is there. */
export function unpackDebian(name, folder) {
  if (!existsSync(APT)) return false
  const state = join(folder, 'apt')
  for (const place of ['state/lists/partial', 'cache/archives/partial', 'packages']) mkdirSync(join(state, place), { recursive: true })
  const options = [`Dir::State=${join(state, 'state')}`, 'Dir::State::status=/var/lib/dpkg/status', `Dir::Cache=${join(state, 'cache')}`].flatMap((option) => ['-o', option])
  const packages = join(state, 'packages')
  runQuietly([APT, ...options, 'update', '-qq'])
  runQuietly([APT, ...options, 'download', '-qq', name], packages)
  const file = readdirSync(packages).find((each) => each.startsWith(`${name}_`) && each.endsWith('.deb'))
  const isUnpacked = file !== undefined && runQuietly(['dpkg-deb', '-x', join(packages, file), folder])
  rmSync(state, { recursive: true, force: true })
  return isUnpacked
}

/** Words before a command that make it run as root; undefined when this user cannot. */
function rootPrefix() {
  if (process.getuid?.() === 0) return []
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined
}

function runQuietly([program, ...args], cwd) {
  return spawnSync(program, args, { cwd, stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0
}
