import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { HASHES } from '../../platform/hash.ts'
import type { Bundle, RoundCause } from './bundle.ts'
import { PLAN, heldDraw } from './fixtures/small-draw.ts'
import { announcementHash } from './freeze.ts'

const SCRIPT = join(import.meta.dirname, '../../../docs/how-to/recompute-a-draw.mjs')
const folder = mkdtempSync(join(tmpdir(), 'hengjian-recompute-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const first = heldDraw(PLAN, [null]).bundle

/** The second firm drawn has ceased to exist. */
function dropped({ rounds }: Bundle): RoundCause {
  return {
    decidedAt: '2026-11-06T01:00:00.000Z', decidedBy: '科长', unavailable: [], recused: [],
    withdrawn: [{ entity: rounds[0]?.drawn[1]?.entity ?? '', reason: '已经注销' }],
  }
}

function recompute(bundle: unknown): { readonly status: number | null; readonly output: string } {
  const file = join(folder, 'bundle.json')
  writeFileSync(file, JSON.stringify(bundle))
  const { status, stdout } = spawnSync(process.execPath, [SCRIPT, file], { encoding: 'utf8' })
  return { status, output: stdout }
}

/** The script shares no code with the engine: that both draw the same shows that the rule text alone is enough. */
describe('the second implementation of the rules', () => {
  it.each(['1-sha256', '1-sm3'])('draws the same under %s, after a substitution too', (rulebookVersion) => {
    const bundle = heldDraw({ ...PLAN, rulebookVersion }, [null, dropped(heldDraw({ ...PLAN, rulebookVersion }, [null]).bundle)]).bundle
    const { status, output } = recompute(bundle)
    expect(output).toContain('重新计算的结果与公布的一致')
    expect(output).toContain('第2轮抽中的')
    const hash = rulebookVersion === '1-sm3' ? HASHES.sm3 : HASHES.sha256
    expect(output).toContain(announcementHash(hash, bundle.announcement))
    expect(status).toBe(0)
  })

  it('objects to a ticket or a row changed', () => {
    const ticket = first.rounds[0]?.drawn[0]?.ticket ?? ''
    expect(recompute(JSON.parse(JSON.stringify(first).replaceAll(ticket, ticket.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))))).status).toBe(1)
    const { status, output } = recompute({ ...first, frame: first.frame.map((row, index) => (index === 0 ? { ...row, name: '改名' } : row)) })
    expect(output).toContain('不一致\t冻结的对象名单')
    expect(status).toBe(1)
  })
})
