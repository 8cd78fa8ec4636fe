import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { examplesByProcedure } from '../../domains/examples.ts'
import { documentTemplates, procedures } from '../../domains/index.ts'
import type { DocumentedLaw, LimitRecord } from '../../engines/procedure/documentation-clocks.ts'
import { GENERATED_MARK, documentationOf } from '../../engines/procedure/documentation.ts'
import { cite } from '../../kernel/citation.ts'
import { findRule, isRuleId, limitOn } from '../../kernel/law-book.ts'

const FOLDER = join(import.meta.dirname, '../../../docs/generated')

/** The dated limits of the law book, as a page prints them. */
const DOCUMENTED_LAW: DocumentedLaw = { limitsOf }

function limitsOf(id: string): readonly LimitRecord[] {
  const rule = findRule(id)
  if (rule === undefined || !isRuleId(id)) throw new Error(`no rule ${id}`)
  return rule.values.map((value) => {
    const inForce = value.value === null ? null : limitOn(id, value.from)
    return {
      from: value.from,
      ...(value.until === undefined ? {} : { until: value.until }),
      limit: inForce?.period ?? null,
      roll: inForce?.roll ?? 'none',
      cite: inForce?.cite ?? cite(value.instrument, value.article),
      isVerified: value.verified,
      ...(value.note === undefined ? {} : { note: value.note }),
    }
  })
}

/** The page of every declared procedure by file name. */
export function procedurePages(): ReadonlyMap<string, string> {
  return new Map(procedures.map(procedure => [`${procedure.id}.md`, documentationOf(procedure, DOCUMENTED_LAW, { templates: documentTemplates, examples: examplesByProcedure.get(procedure.id) ?? [] })]))
}

/** Names of the pages in `folder` that differ from the declarations: changed, missing or left over. */
export function stalePages(folder: string = FOLDER): readonly string[] {
  const pages = procedurePages()
  const kept = listPages(folder)
  return [...new Set([...pages.keys(), ...kept])].filter(name => !kept.includes(name) || readFileSync(join(folder, name), 'utf8') !== pages.get(name))
}

/** Writes all pages and removes those of procedures that are no more. */
export function writePages(folder: string = FOLDER): void {
  mkdirSync(folder, { recursive: true })
  const pages = procedurePages()
  for (const name of listPages(folder)) if (!pages.has(name)) rmSync(join(folder, name))
  for (const [name, page] of pages) writeFileSync(join(folder, name), page)
}

// Other generated pages stand in the same folder: a page of ours is known by its mark.
function listPages(folder: string): readonly string[] {
  return readdirSync(folder).filter(name => name.endsWith('.md') && readFileSync(join(folder, name), 'utf8').includes(GENERATED_MARK))
}

if (import.meta.main) writePages()
