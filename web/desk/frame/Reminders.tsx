import { BellOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Worklist, WorklistView } from '../../../src/engines/procedure/contract.ts'
import { get } from '../../kit/api.ts'

const reminded = [['to-approve', '待我审批'], ['overdue', '已逾期'], ['due-today', '今天到期'], ['due-in-3-days', '3日内到期'], ['term-over', '期满待办'], ['unassigned', '未分派']] as const satisfies readonly (readonly [WorklistView, string])[]

/** What presses, as links to its rows. The badge is what cannot wait: overdue, due today, or held up until the reader approves. */
export function Reminders(): ReactNode {
  const [isOpen, setIsOpen] = useState(false)
  const { data } = useQuery({ queryKey: ['worklist-counts'], queryFn: () => get<Worklist>('/api/worklist', { view: 'mine', limit: 1 }), refetchInterval: 60_000 })
  const counts = data?.counts
  const pressing = counts === undefined ? 0 : counts.overdue + counts['due-today'] + counts['to-approve']
  return (
    <Popover
      trigger="click" open={isOpen} onOpenChange={setIsOpen} placement="bottomRight"
      content={counts === undefined ? '暂无提醒' : (
        <ul className="reminder-list">
          {reminded.map(([view, name]) => (
            <li key={view}><Link to="/" search={{ view }} onClick={() => { setIsOpen(false) }}><span>{name}</span><strong>{counts[view]} 件</strong></Link></li>
          ))}
        </ul>
      )}
    >
      <Badge count={pressing} size="small" overflowCount={999} offset={[-4, 4]}>
        <Button type="text" icon={<BellOutlined />} aria-label={`提醒：${pressing} 件已逾期、今天到期或者待我审批`} aria-expanded={isOpen} />
      </Badge>
    </Popover>
  )
}
