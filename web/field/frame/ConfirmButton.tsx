import { useRef } from 'react'

type ConfirmButtonProps = Readonly<{ label: string; asks: string; confirm: string; className?: string; onConfirm: () => Promise<void> }>

/** A button for what cannot be taken back: it asks once. */
export function ConfirmButton({ label, asks, confirm, className = 'quiet', onConfirm }: ConfirmButtonProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const close = (): void => { dialog.current?.close() }
  return (
    <>
      <button type="button" className={className} onClick={() => { dialog.current?.showModal() }}>{label}</button>
      <dialog ref={dialog} className="ask" aria-label={confirm}>
        <p>{asks}</p>
        <button type="button" className="button danger" onClick={() => { close(); void onConfirm() }}>{confirm}</button>
        <button type="button" className="quiet wide" onClick={close}>取消</button>
      </dialog>
    </>
  )
}
