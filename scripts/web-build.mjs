import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './packages.mjs'

const CONFIG = join(ROOT, 'web', 'vite.config.ts')
const STAMP = join(ROOT, 'dist', '.web-sources')

/** Builds the three web surfaces when a source they may use changed since the last build. */
export function ensureWebBuild(node, say) {
  if (!existsSync(CONFIG)) return
  const wanted = sourceKey()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  say('正在生成网页界面……')
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')
  const done = spawnSync(node, [vite, 'build', '--config', CONFIG, '--logLevel', 'warn'], { cwd: ROOT, stdio: ['ignore', 2, 2] })
  if (done.status !== 0) throw new Error('网页界面生成失败，原因见上。')
  mkdirSync(dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, wanted)
}

/** Digest of names and contents of all sources but tests. */
function sourceKey() {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')))
  for (const folder of ['web', 'src', 'law']) {
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (!/\.(?:ts|tsx|css|html|svg|png|woff2|json)$/.test(name) || name.includes('.test.')) continue
      hash.update(`\0${folder}/${name}\0`).update(readFileSync(join(ROOT, folder, name)))
    }
  }
  return hash.digest('hex')
}
