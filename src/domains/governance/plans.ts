import type { Plan } from '../../engines/plan/plan.ts'
import { plan14th } from './plan-14th/plan.ts'

/** Every plan the system knows; a further plan or district is a further folder and a line here. */
export const plans: readonly Plan[] = [plan14th]
