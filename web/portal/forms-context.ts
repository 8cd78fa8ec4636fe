import { createContext, use } from 'react'
import type { PortalForms } from '../../src/domains/consumer/contract.ts'
import type { Loaded } from './use-load.ts'

/** The words and choices of the forms, read once for the whole portal. */
export const FormsContext = createContext<Loaded<PortalForms> | null>(null)

export function useForms(): Loaded<PortalForms> {
  const forms = use(FormsContext)
  if (forms === null) throw new Error('FormsContext is missing above this component')
  return forms
}
