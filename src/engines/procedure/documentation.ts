import type { AnyProcedure, AnyStep, Basis, Guard } from './definition.ts'
import type { DocumentTemplate } from './document.ts'
import { clockSection } from './documentation-clocks.ts'
import { exampleSections } from './documentation-examples.ts'
import type { DocumentedLaw } from './documentation-clocks.ts'
import { bullets, code, datedCitations, list, table } from './documentation-markdown.ts'
import type { Example } from './example.ts'
import type { FactFields } from './facts.ts'
import { roleName } from './role.ts'
import type { ActorRole } from './role.ts'
import { targetsFrom } from './targets.ts'

/** Stands on every page, so that a page left over from a procedure that is no more can be told from other files. */
export const GENERATED_MARK = '*Generated from the declaration by `node src/app/commands/document-procedures.ts`. Change the declaration, not this page.*'

/** What a page prints beside the declaration and the law. */
export type PageMaterial = Readonly<{ templates?: readonly DocumentTemplate[]; examples?: readonly Example[] }>

/** A Markdown page that says what a declared procedure demands: everything on it is read from the declaration, the law and the tested examples. */
export function documentationOf(procedure: AnyProcedure, law: DocumentedLaw, { templates = [], examples = [] }: PageMaterial = {}): string {
  const sections = [
    `# ${procedure.name} (${code(procedure.id)})`,
    GENERATED_MARK,
    summary(procedure),
    '## States',
    table(['State', 'Id', 'Remark'], Object.entries(procedure.states).map(([id, name]) => [name, code(id), remarkOnState(procedure, id)])),
    diagram(procedure),
    '## Steps',
    ...Object.entries(procedure.steps).map(([id, step]) => stepSection(procedure, id, step)),
    '## Clocks',
    ...Object.entries(procedure.clocks).map(([id, clock]) => clockSection({ procedure, law, stepNames }, id, clock)),
    '## Facts',
    factTable(procedure.facts),
    '## Outcomes',
    table(['Outcome', 'Id'], Object.entries(procedure.outcomes).map(([id, name]) => [name, code(id)])),
    '## Parties',
    table(['Party', 'Id', 'Confidential'], Object.entries(procedure.parties).map(([id, party]) => [party.name, code(id), party.isConfidential ? 'yes' : 'no'])),
    '## Documents',
    documentTable(procedure, templates),
    '## Examples',
    ...exampleSections(procedure, examples),
  ]
  return `${sections.join('\n\n')}\n`
}

function summary(procedure: AnyProcedure): string {
  const { opening, facts } = procedure
  return bullets([
    `Matter numbers begin with ${procedure.numberPrefix}.`,
    `A matter is opened by “${opening.name}” (${roles(opening.by)}; ${basisText(opening.basis)}) in state ${stateNames(procedure, [procedure.opensIn])}.`,
    `The opening form asks for ${formFields(facts, opening.requires, opening.optional ?? [])}.`,
    `Instruments: ${list(procedure.instruments.map(instrument => code(instrument)))}.`,
  ])
}

function remarkOnState(procedure: AnyProcedure, id: string): string {
  return [id === procedure.opensIn ? 'opening' : '', procedure.finalStates.includes(id) ? 'final' : ''].filter(Boolean).join(', ')
}

function diagram(procedure: AnyProcedure): string {
  const node = (state: string): string => state.replaceAll('-', '_')
  const label = (text: string): string => text.replaceAll(':', '：').replaceAll(';', '；').replaceAll('"', '”')
  const moves = Object.values(procedure.steps).flatMap(step =>
    fromStates(step).flatMap(from => targetsFrom(procedure, step, from).flatMap(to => (to === from ? [] : [`  ${node(from)} --> ${node(to)}: ${label(step.name)}`]))))
  return [
    'Steps that keep the state are not drawn.', '', '```mermaid', 'stateDiagram-v2',
    ...Object.entries(procedure.states).map(([id, name]) => `  state "${label(name)}" as ${node(id)}`),
    `  [*] --> ${node(procedure.opensIn)}: ${label(procedure.opening.name)}`,
    ...moves,
    ...procedure.finalStates.map(state => `  ${node(state)} --> [*]`),
    '```',
  ].join('\n')
}

function stepSection(procedure: AnyProcedure, id: string, step: AnyStep): string {
  const target = step.to === 'same' ? 'stays' : step.to === 'before' ? 'where it stood before' : stateNames(procedure, [step.to])
  return `### ${step.name} (${code(id)})\n\n${bullets([
    `From ${stateNames(procedure, fromStates(step))} → ${target}.`,
    `By ${roles(step.by)}.`,
    `Basis: ${basisText(step.basis)}.`,
    `The form asks for ${formFields(procedure.facts, step.requires ?? [], step.optional ?? [])}.`,
    ...(step.guards ?? []).map(guardText),
    ...conditions(procedure, step),
    ...effects(procedure, step),
  ])}`
}

function conditions(procedure: AnyProcedure, step: AnyStep): string[] {
  return [
    ...(step.isOnce === true ? ['Once in the life of a matter.'] : []),
    ...(step.differsFrom === undefined ? [] : [`By another person than took ${stepNames(procedure, step.differsFrom)}.`]),
    ...(step.inForce?.from === undefined ? [] : [`Open to matters received from ${step.inForce.from}.`]),
    ...(step.inForce?.until === undefined ? [] : [`Open to matters received before ${step.inForce.until}.`]),
  ]
}

function effects(procedure: AnyProcedure, step: AnyStep): string[] {
  return [
    ...(step.documents === undefined || step.documents.length === 0 ? [] : [`Issues ${list(step.documents.map(code))}.`]),
    ...(step.withdraws === undefined ? [] : [`Withdraws the standing ${list(step.withdraws.map(code))}.`]),
    ...(step.tells === undefined ? [] : ['Tells the person concerned.']),
    ...(step.computes === undefined ? [] : ['Computes facts of the matter.']),
    ...(step.opens === undefined ? [] : ['May open a matter of its own, linked as a child.']),
    ...(step.closes === undefined ? [] : [`Closes the matter: ${procedure.outcomes[step.closes] ?? step.closes}.`]),
  ]
}

function guardText(guard: Guard<FactFields>): string {
  const sentence = guard.name.replaceAll(/([A-Z])/g, ' $1').toLowerCase()
  return `Refused unless: *${sentence}* (${datedCitations(guard.cite)})${guard.needsInput === true ? ', judged on the filled form' : ''}.`
}

function basisText(basis: Basis): string {
  return basis === 'internal' ? 'the bureau’s own order of work' : datedCitations(basis)
}

function formFields(facts: FactFields, requires: readonly string[], optional: readonly string[]): string {
  const label = (key: string): string => facts[key]?.label ?? key
  const fields = [...requires.map(label), ...optional.map(key => `${label(key)} (optional)`)]
  return fields.length === 0 ? 'nothing' : list(fields)
}

function factTable(facts: FactFields): string {
  return table(['Fact', 'Id', 'Kind', 'Seen by', 'Choices', 'Basis'], Object.entries(facts).map(([id, field]) => [
    field.label, code(id), field.widget, field.visibility, Object.values(field.choices ?? {}).join(' · '), field.cite === undefined ? '' : datedCitations(field.cite),
  ]))
}

function documentTable(procedure: AnyProcedure, templates: readonly DocumentTemplate[]): string {
  const issued = [...new Set(Object.values(procedure.steps).flatMap(step => step.documents ?? []))]
  if (issued.length === 0) return 'This procedure issues none.'
  return table(['Document', 'Id', 'Number series', 'For', 'Issued by'], issued.map((id) => {
    const template = templates.find(known => known.id === id)
    const by = Object.entries(procedure.steps).filter(([, step]) => step.documents?.includes(id)).map(([step]) => step)
    return [template?.title ?? '', code(id), template?.series ?? '', template?.audience ?? '', stepNames(procedure, by)]
  }))
}

function fromStates(step: AnyStep): readonly string[] {
  return typeof step.from === 'string' ? [step.from] : step.from
}

function stateNames(procedure: AnyProcedure, states: readonly string[]): string {
  return list(states.map(state => procedure.states[state] ?? state))
}

function stepNames(procedure: AnyProcedure, steps: readonly string[]): string {
  return list(steps.map(step => procedure.steps[step]?.name ?? step))
}

function roles(by: readonly ActorRole[]): string {
  return list(by.map(roleName))
}
