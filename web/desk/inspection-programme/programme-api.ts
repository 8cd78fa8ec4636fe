import { useQuery } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import type { InspectorList, ItemList, ObjectBase } from '../../../src/domains/inspection/programme/contract.ts'
import { get } from '../../kit/api.ts'

export const useItems = (): UseQueryResult<ItemList> => useQuery({ queryKey: ['inspection-items'], queryFn: ({ signal }) => get<ItemList>('/api/inspection/items', {}, signal) })
export const useObjectBase = (): UseQueryResult<ObjectBase> => useQuery({ queryKey: ['inspection-objects'], queryFn: ({ signal }) => get<ObjectBase>('/api/inspection/objects', {}, signal) })
export const useInspectors = (): UseQueryResult<InspectorList> => useQuery({ queryKey: ['inspection-inspectors'], queryFn: ({ signal }) => get<InspectorList>('/api/inspection/inspectors', {}, signal) })
