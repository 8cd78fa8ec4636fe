import { DownloadOutlined } from '@ant-design/icons'
import { Button, Space } from 'antd'
import type { ReactNode } from 'react'
import { addressOf } from '../../kit/api.ts'
import type { Query } from '../../kit/api.ts'

/** The list as a file, under the same filters as on the page. */
export function ExportButtons({ list, query, count }: Readonly<{ list: string; query: Query; count: number | undefined }>): ReactNode {
  const isEmpty = count === undefined || count === 0
  return (
    <Space.Compact>
      {(['xlsx', 'csv'] as const).map(format => (
        <Button key={format} icon={<DownloadOutlined />} disabled={isEmpty} href={addressOf(`/api/exports/${list}`, { ...query, format })} download aria-label={`按当前筛选导出 ${format.toUpperCase()}`}>{format.toUpperCase()}</Button>
      ))}
    </Space.Compact>
  )
}
