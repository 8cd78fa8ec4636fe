import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { AutoComplete, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { ComponentRef, ReactNode } from 'react'
import type { SearchResult } from '../../../src/engines/register/contract.ts'
import { get } from '../../kit/api.ts'
import { saysOf } from '../../kit/api-failure.ts'
import { useDebounced } from '../parts/debounced.ts'

/** Search from anywhere (Ctrl/⌘ K): entities by name or code, matters by number or subject; two characters suffice. */
export function GlobalSearch(): ReactNode {
  const [text, setText] = useState('')
  const box = useRef<ComponentRef<typeof AutoComplete>>(null)
  const navigate = useNavigate()
  const q = useDebounced(text.trim(), 180)
  const search = useQuery({ queryKey: ['search', q], queryFn: ({ signal }) => get<SearchResult>('/api/search', { q }, signal), enabled: q.length >= 2, placeholderData: previous => previous })
  const found = q.length < 2 ? undefined : search.data

  useEffect(() => {
    const open = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        box.current?.focus()
      }
    }
    window.addEventListener('keydown', open)
    return () => { window.removeEventListener('keydown', open) }
  }, [])

  const go = (chosen: string): void => {
    setText('')
    box.current?.blur()
    const [kind, id = ''] = chosen.split(':')
    void (kind === 'entity' ? navigate({ to: '/entities/$entityId', params: { entityId: id } }) : navigate({ to: '/matters/$matterId', params: { matterId: id } }))
  }
  return (
    <AutoComplete
      ref={box} className="global-search" value={text} options={found === undefined ? [] : optionsOf(found)} defaultActiveFirstOption backfill={false}
      showSearch={{ filterOption: false, onSearch: setText }} onSelect={go} aria-label="全局查找"
      notFoundContent={text.trim() === '' ? null : <output>{noneText(q, text.trim(), search.isFetching, search.error)}</output>}
    >
      <Input prefix={<SearchOutlined />} suffix={<kbd>Ctrl K</kbd>} placeholder="查找主体名称、统一社会信用代码、办件编号" aria-label="全局查找" />
    </AutoComplete>
  )
}

function optionsOf(found: SearchResult) {
  const matters = found.matters.map(({ id, number, title, procedureName, stateName }) => ({
    value: `matter:${id}`, label: <SearchHit title={`${number} ${title}`} detail={`${procedureName} · ${stateName}`} />,
  }))
  const entities = found.entities.map(({ id, name, uscc, statusName, townName }) => ({
    value: `entity:${id}`, label: <SearchHit title={name} detail={[uscc, statusName, townName].filter(Boolean).join(' · ')} />,
  }))
  return [{ label: '办件', options: matters }, { label: '主体', options: entities }].filter(group => group.options.length > 0)
}

function SearchHit({ title, detail }: Readonly<{ title: string; detail: string }>): ReactNode {
  return <span className="search-hit"><span>{title}</span><span>{detail}</span></span>
}

function noneText(settled: string, typed: string, isFetching: boolean, error: unknown): string {
  if (typed.length < 2) return '请输入至少两个字'
  if (isFetching || settled !== typed) return '正在查找…'
  return error === null ? '没有找到。可换用名称中的两个字、统一社会信用代码前几位或办件编号。' : saysOf(error)
}
