import { useMutation } from '@tanstack/react-query'
import { App, Button, Drawer, Popconfirm } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { DrawView, TasksOpened } from '../../../src/engines/draw/contract.ts'
import { post } from '../../kit/api.ts'
import { momentText } from '../../kit/time-text.ts'
import { ActionForm } from '../parts/ActionForm.tsx'
import { Failure } from '../parts/Failure.tsx'
import { useSession } from '../session/session-context.ts'
import { FurtherRound } from './FurtherRound.tsx'

/** What can be done with the draw now; what cannot says why. */
export function DrawActs({ draw, onTaken }: Readonly<{ draw: DrawView; onTaken: (answer: DrawView) => void }>): ReactNode {
  const { account } = useSession()
  const { message } = App.useApp()
  const [open, setOpen] = useState<'round' | 'void' | null>(null)
  const close = (): void => { setOpen(null) }
  const taken = (says: string) => (answer: DrawView): void => { message.success(says); close(); onTaken(answer) }
  const holding = useMutation({ mutationFn: () => post<DrawView>(`/api/draws/${draw.id}/hold`, { version: draw.version }), onSuccess: taken('已抽取') })
  const opening = useMutation({ mutationFn: () => post<TasksOpened>(`/api/draws/${draw.id}/tasks`, { version: draw.version }), onSuccess: ({ view }) => { onTaken(view) } })
  const { may } = draw
  return (
    <section className="panel">
      <h2>现在可以办理</h2>
      <p>{nextOf(draw)}</p>
      {may.hold ? <Popconfirm title="用一次性码和录入一致的号码抽取。结果由号码唯一确定，立即公开。" okText="抽取" onConfirm={() => { holding.mutate() }}><Button block type="primary" loading={holding.isPending}>抽取</Button></Popconfirm> : null}
      {may.open ? <Popconfirm title={`为抽中的${draw.results.filter(({ withdrawnReason }) => withdrawnReason === null).length}户各立一件检查，派给抽中的检查人员；已立的不重复。`} okText="派发" onConfirm={() => { opening.mutate() }}><Button block type="primary" loading={opening.isPending}>派发检查任务</Button></Popconfirm> : null}
      {may.round ? <Button block onClick={() => { setOpen('round') }}>对象退出、更换检查人员</Button> : null}
      {may.void ? <Button block danger onClick={() => { setOpen('void') }}>作废本次抽取</Button> : null}
      {holding.isError ? <Failure error={holding.error} /> : null}
      {opening.isError ? <Failure error={opening.error} /> : null}
      {opening.data === undefined ? null : <Opened result={opening.data} />}
      <Drawer open={open === 'round'} onClose={close} title="对象退出、更换检查人员" size={620} destroyOnHidden><FurtherRound draw={draw} onTaken={taken('已按下一轮递补、改派')} /></Drawer>
      <Drawer open={open === 'void'} onClose={close} title="作废本次抽取" size={460} destroyOnHidden>
        <ActionForm
          fields={[{ key: 'reason', label: '作废理由', widget: 'long-text', isRequired: true, help: '编号、公告和已有结果保留并公开，理由对公众可见；以后的抽取公告都会列明本次作废。' }]} draftKey={`${account.id}:draw-void:${draw.id}`} submitText="作废"
          submit={input => post<DrawView>(`/api/draws/${draw.id}/void`, { version: draw.version, ...input })} onDone={taken('已作废')}
        />
      </Drawer>
    </section>
  )
}

function nextOf({ stage, firstSourceAt, drawn, tasksOpened, may, sources }: DrawView): string {
  switch (stage) {
    case 'announced': return `等待公告指定的号码公布，最早一期在${momentText(firstSourceAt)}。到时由两人分别录入。`
    case 'typing': return may.type ? `还有${sources.filter(({ state }) => state !== 'agreed').length}个来源没有录入一致，请在左侧录入。` : '号码待两人分别录入。'
    case 'ready': return may.hold ? '号码已录入一致，可以抽取。' : '号码已录入一致，由科（所、队）负责人或者局领导抽取。'
    case 'drawn': return tasksOpened >= drawn ? `检查任务已全部派发（${tasksOpened}件）。` : `已抽中${drawn}户，派发了${tasksOpened}件检查任务。`
    case 'void': return '本次抽取已经作废，不能再办理。请以新的编号另行公告。'
  }
}

function Opened({ result: { opened, already, faults } }: Readonly<{ result: TasksOpened }>): ReactNode {
  return (
    <output className="task-report">
      <p>新立{opened}件检查，此前已立{already}件{faults.length === 0 ? '。' : `，${faults.length}户没有立成：`}</p>
      {faults.length === 0 ? null : <ul className="fault-list">{faults.map(({ objectId, name, says }) => <li key={objectId}>{name}：{says}</li>)}</ul>}
    </output>
  )
}
