import { useInfiniteQuery } from '@tanstack/react-query'
import { get } from '../../kit/api.ts'
import type { Query } from '../../kit/api.ts'

type Page<Row> = Readonly<{ rows: readonly Row[]; next: string | null }>

/** A list read page by page behind its last row. `first` is the first answer, for totals and counts. */
export function useKeyset<P extends Page<unknown>>(path: string, query: Query, isEnabled = true) {
  const pages = useInfiniteQuery({
    queryKey: [path, query],
    queryFn: ({ pageParam, signal }) => get<P>(path, { ...query, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
    placeholderData: previous => previous,
    enabled: isEnabled,
  })
  return {
    first: pages.data?.pages[0],
    rows: pages.data?.pages.flatMap(page => page.rows),
    hasMore: pages.hasNextPage,
    loadMore: () => { void pages.fetchNextPage() },
    isLoadingMore: pages.isFetchingNextPage,
    isStale: pages.isPlaceholderData,
    error: pages.error,
    retry: () => { void pages.refetch() },
  }
}

export type Keyset<P extends Page<unknown>> = ReturnType<typeof useKeyset<P>>
