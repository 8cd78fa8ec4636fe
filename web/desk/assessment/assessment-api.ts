import { useQuery } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import type { AssessmentPage, Explanation, OwnBacktest } from '../../../src/engines/assessment/contract.ts'
import { get } from '../../kit/api.ts'

export const ASSESSMENT = '/api/assessments/credit-risk'

export const useAssessment = (): UseQueryResult<AssessmentPage> => useQuery({ queryKey: ['assessment'], queryFn: ({ signal }) => get<AssessmentPage>(ASSESSMENT, {}, signal) })

export const useExplanation = (entityId: string): UseQueryResult<Explanation> =>
  useQuery({ queryKey: ['assessment', 'entity', entityId], queryFn: ({ signal }) => get<Explanation>(`${ASSESSMENT}/entities/${entityId}`, {}, signal) })

export const useBacktest = (): UseQueryResult<OwnBacktest> => useQuery({ queryKey: ['assessment', 'backtest'], queryFn: ({ signal }) => get<OwnBacktest>(`${ASSESSMENT}/backtest`, {}, signal) })
