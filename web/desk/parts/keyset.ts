import { useInfiniteQuery } from '@tanstack/react-query'
import type { Query } from '../../kit/api.ts'

type Page<Row> = Readonly<{ rows: readonly Row[]; next: string | null }>

/** A list read page by page behind its last row. `first` is the first answer, for totals and counts. */
export function useKeyset<Row, Rest>(name: string, query: Query, read: (query: Query, signal: AbortSignal) => Promise<Page<Row> & Rest>) {
  const pages = useInfiniteQuery({
    queryKey: [name, query],
    queryFn: ({ pageParam, signal }) => read({ ...query, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
    placeholderData: previous => previous,
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

export type Keyset<Row, Rest> = ReturnType<typeof useKeyset<Row, Rest>>
