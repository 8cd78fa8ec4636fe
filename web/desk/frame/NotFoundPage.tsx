import { Link } from '@tanstack/react-router'
import { Empty } from 'antd'
import type { ReactNode } from 'react'

export function NotFoundPage(): ReactNode {
  return <Empty description="没有这个页面，网址可能有误。"><Link to="/">回到工作台</Link></Empty>
}
