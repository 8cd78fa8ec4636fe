import { Button, Result } from 'antd'
import type { ReactNode } from 'react'

/** A page that broke: the rest of the desk stays usable. */
export function PageFailure({ reset }: Readonly<{ reset: () => void }>): ReactNode {
  return (
    <Result
      status="warning" title="页面没有正常打开" subTitle="可能是系统刚刚更新。已填写的内容保存在本机；请重试，仍不能打开时刷新页面。"
      extra={[<Button key="again" type="primary" onClick={reset}>重试</Button>, <Button key="reload" onClick={() => { window.location.reload() }}>刷新页面</Button>]}
    />
  )
}
