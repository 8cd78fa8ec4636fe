import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { procedures } from '../../domains/index.ts'
import { procedurePages, stalePages, writePages } from './document-procedures.ts'

const folder = mkdtempSync(join(tmpdir(), 'hengjian-pages-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the committed pages say what the declarations say; else run `node src/app/commands/document-procedures.ts`', () => {
  expect(stalePages()).toEqual([])
})

test('a changed, a missing and a left-over page are found and put right', () => {
  writePages(folder)
  expect(stalePages(folder)).toEqual([])
  const [first, second] = [...procedurePages().keys()]
  if (first === undefined || second === undefined) throw new Error('two procedures are needed')
  appendFileSync(join(folder, first), 'x')
  rmSync(join(folder, second))
  writeFileSync(join(folder, 'gone.md'), procedurePages().get(first) ?? '')
  writeFileSync(join(folder, 'something-else.md'), '# Not ours')
  expect(stalePages(folder)).toEqual([first, second, 'gone.md'])
  writePages(folder)
  expect(stalePages(folder)).toEqual([])
})

test('every procedure has a page that names each of its states, steps and clocks', () => {
  const pages = procedurePages()
  for (const procedure of procedures) {
    const page = pages.get(`${procedure.id}.md`) ?? ''
    const names = [...Object.values(procedure.states), ...Object.values(procedure.steps).map(step => step.name), ...Object.values(procedure.clocks).map(clock => clock.name)]
    for (const name of names) expect(page, procedure.id).toContain(name)
  }
})
