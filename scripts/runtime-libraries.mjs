import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join, relative } from 'node:path'
import { installDebian, unpackDebian } from './debian.mjs'
import { ROOT } from './packages.mjs'

/** Where the library lies when it was unpacked for this checkout alone. */
const OWN = join(ROOT, 'node_modules', '.libraries')
const OWN_FOLDERS = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((name) => join(OWN, 'usr', 'lib', name))
const BIN = join(ROOT, 'node_modules', '.bin')
const BIN_NODE = join(BIN, 'node')

/**
 * The pinned Node is linked against libatomic, which a bare Debian lacks: takes it from the system's packages, or
 * unpacks it into the checkout where this user may not install. Children inherit the way to it.
 */
export function ensureRuntimeRuns(node, say) {
  if (runs(node)) return
  // npm puts this link first on the path: while it cannot start, the system's Node must stay in reach.
  rmSync(BIN_NODE, { force: true })
  lookInOwn()
  if (!runs(node)) bringLibrary(node, say)
  if (!runs(node)) throw new Error(`Node 组件不能运行：${reason(node)}\n请由管理员执行：apt-get install -y libatomic1`)
  restoreLink(node)
}

function bringLibrary(node, say) {
  if (installDebian(['libatomic1'], say, '运行所需的系统库 libatomic1') && runs(node)) return
  say('正在取得运行所需的系统库 libatomic1……')
  unpackDebian('libatomic1', OWN)
  lookInOwn()
}

function lookInOwn() {
  const found = OWN_FOLDERS.filter((folder) => existsSync(folder))
  if (found.length > 0) process.env.LD_LIBRARY_PATH = [...found, ...(process.env.LD_LIBRARY_PATH ? [process.env.LD_LIBRARY_PATH] : [])].join(delimiter)
}

/** `node` as npm and npx find it: the pinned one, by way of its own library where it needs that. */
function restoreLink(node) {
  const own = OWN_FOLDERS.filter((folder) => existsSync(folder)).join(delimiter)
  if (own === '') {
    symlinkSync(relative(BIN, node), BIN_NODE)
    return
  }
  const lines = ['#!/bin/sh', `LD_LIBRARY_PATH='${own}'"\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" exec '${node}' "$@"`, '']
  writeFileSync(BIN_NODE, lines.join('\n'))
  chmodSync(BIN_NODE, 0o755)
}

function runs(node) {
  return spawnSync(node, ['--version'], { stdio: 'ignore' }).status === 0
}

function reason(node) {
  return spawnSync(node, ['--version'], { encoding: 'utf8' }).stderr.trim()
}
