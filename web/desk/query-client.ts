import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiFailure } from '../kit/api-failure.ts'

export const SESSION_KEY = ['session'] as const

/** An ended session is noticed wherever it shows: the gate asks for the password again; drafts wait in this browser. */
function noticeSignedOut(error: unknown): void {
  if (!(error instanceof ApiFailure) || error.kind !== 'signed-out') return
  if (queryClient.getQueryData(SESSION_KEY) !== null) queryClient.setQueryData(SESSION_KEY, null)
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error, query) => { if (query.queryKey[0] !== SESSION_KEY[0]) noticeSignedOut(error) } }),
  mutationCache: new MutationCache({ onError: noticeSignedOut }),
  defaultOptions: {
    // Without a network a request fails at once and says so, instead of waiting unseen.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 15_000,
      retry: (count, error) => count < 2 && (!(error instanceof ApiFailure) || error.kind === 'offline'),
    },
  },
})
