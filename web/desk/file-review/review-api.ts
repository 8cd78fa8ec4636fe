import type { ClosedFiles, FileReviews, FileReviewSheet } from '../../../src/domains/enforcement/contract.ts'
import { get } from '../../kit/api.ts'

export const reviewsKey = (year: number): readonly unknown[] => ['file-reviews', year]
export const sheetKey = (reviewId: string): readonly unknown[] => ['file-review', reviewId]

export const readReviews = (year: number, signal: AbortSignal): Promise<FileReviews> => get<FileReviews>('/api/enforcement/file-reviews', { year }, signal)
export const readSheet = (reviewId: string, signal: AbortSignal): Promise<FileReviewSheet> => get<FileReviewSheet>(`/api/enforcement/file-reviews/${reviewId}`, {}, signal)
export const readClosedFiles = (period: Readonly<{ from: string; until: string }>, signal: AbortSignal): Promise<ClosedFiles> => get<ClosedFiles>('/api/enforcement/closed-files', period, signal)
