import type { AnyProcedure } from './definition.ts'
import { bullets, code, table } from './documentation-markdown.ts'
import type { Example, ExampleStep } from './example.ts'
import { roleName } from './role.ts'

/** One section per example: what was received, each step with its answer, where it ended and what the clocks say. */
export function exampleSections(procedure: AnyProcedure, examples: readonly Example[]): readonly string[] {
  if (examples.length === 0) return ['This procedure has none.']
  return ['Each is run as a test through the same decisions as real work. Times are those of China.', ...examples.map((example) => exampleSection(procedure, example))]
}

function exampleSection(procedure: AnyProcedure, example: Example): string {
  const { state, outcome, clocks } = example.ends
  return [
    `### ${example.name.charAt(0).toUpperCase()}${example.name.slice(1)}`,
    table(['At', 'Step', 'By', 'Answer'], [[example.receivedAt, procedure.opening.name, '', 'received'], ...example.steps.map((step) => rowOf(procedure, step))]),
    bullets([
      `Ends in ${procedure.states[state] ?? state}${outcome === undefined ? '' : `: ${procedure.outcomes[outcome] ?? outcome}`}.`,
      ...Object.entries(clocks).map(([kind, words]) => `${clockName(procedure, kind)}: ${words}.`),
    ]),
  ].join('\n\n')
}

function rowOf(procedure: AnyProcedure, { at, step, by, refused }: ExampleStep): string[] {
  return [at, procedure.steps[step]?.name ?? step, roleName(by), refused === undefined ? 'taken' : `refused: ${code(refused)}`]
}

function clockName(procedure: AnyProcedure, words: string): string {
  const [kind = '', occurrence] = words.split(' ')
  return `${procedure.clocks[kind]?.name ?? kind}${occurrence === undefined ? '' : ` (${occurrence})`}`
}
