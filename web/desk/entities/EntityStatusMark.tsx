import { CheckCircleOutlined, MinusCircleOutlined, PauseCircleOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { EntityRow } from '../../../src/engines/register/contract.ts'

/** The state of an entity in words, with an icon for open, resting or ended. */
export function EntityStatusMark({ entity }: Readonly<{ entity: Pick<EntityRow, 'status' | 'statusName'> }>): ReactNode {
  if (entity.status === 'active') return <span className="due-met"><CheckCircleOutlined aria-hidden /> {entity.statusName}</span>
  return <span className="is-muted">{entity.status === 'suspended' ? <PauseCircleOutlined aria-hidden /> : <MinusCircleOutlined aria-hidden />} {entity.statusName}</span>
}
