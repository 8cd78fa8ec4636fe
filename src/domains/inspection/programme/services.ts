import type { DrawServices } from '../../../engines/draw/held/services.ts'

/** What the yearly programme needs of the outside: it announces its draws through the draw engine. */
export type ProgrammeServices = Readonly<{
  draw: DrawServices
  pools: DrawServices['pools']
  clock: DrawServices['clock']
  random: DrawServices['random']
  servedDistrict: DrawServices['servedDistrict']
  bureauName: () => string
  checklists: readonly Readonly<{ id: string; name: string }>[]
}>

/** Inspectors of the bureau itself; others bear the name of their department. */
export const OWN_DEPARTMENT = '市场监督管理部门'
