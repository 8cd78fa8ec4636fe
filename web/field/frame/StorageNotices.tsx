import { useEffect, useState } from 'react'
import { canCapture } from '../capture/sha256.ts'
import { dismissStorageFault, useStorageFault } from '../device/storage-faults.ts'
import { forgetMark, lostSinceMarked, useStorageHealth } from '../device/storage-health.ts'

/** Everything the phone cannot promise is said here: no room, a failed write, lost work, no safe connection, an unchecked clock. */
export function StorageNotices({ accountId, isClockKnown }: Readonly<{ accountId: string | null; isClockKnown: boolean }>) {
  const fault = useStorageFault()
  const health = useStorageHealth()
  const [lost, setLost] = useState(0)
  useEffect(() => { if (accountId !== null) void lostSinceMarked(accountId).then(setLost, () => undefined) }, [accountId])
  return (
    <>
      {fault === null ? null : <p className="notice bad" role="alert">{fault} <button type="button" className="quiet" onClick={dismissStorageFault}>知道了</button></p>}
      {lost === 0 || accountId === null ? null : (
        <p className="notice bad" role="alert">
          上次记下本机有{lost}件未上传的内容，现在少了：手机清除过本应用的数据。请核对并补做，必要时联系系统管理员。
          <button type="button" className="quiet" onClick={() => { forgetMark(accountId); setLost(0) }}>知道了</button>
        </p>
      )}
      {health?.isLittle === true ? <p className="notice bad">手机存储空间快满了。{health.says}。</p> : null}
      {canCapture() ? null : <p className="notice bad">当前连接不是安全连接（https），不能拍照取证和签名。请从本单位公布的 https 地址打开。</p>}
      {accountId === null || isClockKnown ? null : <p className="notice">手机时间还没有与服务器核对，拍摄时间按手机时间记录并注明“未校时”。</p>}
    </>
  )
}
