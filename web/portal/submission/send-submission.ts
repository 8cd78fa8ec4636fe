import type { Receipt, Submission } from '../../../src/domains/consumer/contract.ts'
import type { RepairApplication } from '../../../src/domains/credit/contract.ts'
import { ApiFailure, failureOf } from '../../kit/api-failure.ts'
import { noteServerTime } from '../../kit/server-time.ts'
import type { DraftFile } from './draft-files.ts'

/**
 * Sends a submission with its files; `onProgress` hears the uploaded share, 0 to 1. Throws ApiFailure.
 * The submission carries its own id: sending it again after a lost answer gives the same receipt.
 */
export async function sendSubmission(submission: Submission | RepairApplication, files: readonly DraftFile[], onProgress: (share: number) => void): Promise<Receipt> {
  const form = new FormData()
  form.set('submission', JSON.stringify(submission))
  for (const file of files) form.append('files', new File([file.blob], file.name, { type: file.mediaType }))
  const response = await sendForm('/api/portal/submissions', form, onProgress)
  noteServerTime(response.headers.get('date'))
  if (!response.ok) throw await failureOf(response)
  const receipt: Receipt = await response.json()
  return receipt
}

/** Sends more papers for a matter that number and code open. Throws ApiFailure. */
export async function sendPapers(key: Readonly<{ receiptNo: string; code: string; number: string }>, files: readonly File[], onProgress: (share: number) => void): Promise<void> {
  const form = new FormData()
  form.set('submission', JSON.stringify(key))
  for (const file of files) form.append('files', file)
  const response = await sendForm('/api/portal/tracking/papers', form, onProgress)
  noteServerTime(response.headers.get('date'))
  if (!response.ok) throw await failureOf(response)
}

// fetch does not tell how much of a form has been sent.
async function sendForm(path: string, form: FormData, onProgress: (share: number) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('accept', 'application/json')
    request.upload.addEventListener('progress', ({ loaded, total }) => { if (total > 0) onProgress(loaded / total) })
    request.addEventListener('load', () => {
      const headers = new Headers()
      for (const name of ['date', 'retry-after', 'content-type']) {
        const value = request.getResponseHeader(name)
        if (value !== null) headers.set(name, value)
      }
      resolve(new Response(request.responseText, { status: request.status, headers }))
    })
    request.addEventListener('error', () => {
      reject(new ApiFailure({ kind: 'offline', status: 0, says: '网络中断，没有收到受理平台的回答。您填写的内容和照片都保存在本机，请在有网络时再次点“提交”，不会重复登记。' }))
    })
    request.send(form)
  })
}
