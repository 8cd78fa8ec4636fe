import { useEffect, useRef, useState } from 'react'
import type { PointerEvent } from 'react'
import { signaturePicture } from './signature-picture.ts'

type SignaturePadProps = Readonly<{ label: string; /** Printed under the signature. */ lines: readonly string[]; onSigned: (picture: Blob) => Promise<void> }>

const HEIGHT = 200

/** A pad for a handwritten signature. What is kept is a picture of the strokes with the lines that say what was signed. */
export function SignaturePad({ label, lines, onSigned }: SignaturePadProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const last = useRef<Readonly<{ x: number; y: number }> | null>(null)
  const [hasInk, setHasInk] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  useEffect(() => { fit(canvas.current) }, [])
  const at = (event: PointerEvent<HTMLCanvasElement>): Readonly<{ x: number; y: number }> => {
    const box = event.currentTarget.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const draw = (event: PointerEvent<HTMLCanvasElement>): void => {
    const from = last.current
    const pen = event.currentTarget.getContext('2d')
    if (from === null || pen === null) return
    const to = at(event)
    pen.beginPath()
    pen.moveTo(from.x, from.y)
    pen.lineTo(to.x, to.y)
    pen.stroke()
    last.current = to
    setHasInk(true)
  }
  const clear = (): void => {
    fit(canvas.current)
    setHasInk(false)
  }
  const sign = async (): Promise<void> => {
    if (canvas.current === null) return
    setIsBusy(true)
    await onSigned(await signaturePicture(canvas.current, lines)).finally(() => { setIsBusy(false) })
  }
  return (
    <fieldset className="signature" aria-label={label}>
      <p><strong>{label}</strong>（请在框内手写）</p>
      <canvas ref={canvas} style={{ height: HEIGHT }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          last.current = at(event)
        }} onPointerMove={draw} onPointerUp={() => { last.current = null }} onPointerCancel={() => { last.current = null }}>{label}的手写区</canvas>
      <div className="pair">
        <button type="button" className="quiet" disabled={!hasInk} onClick={clear}>重写</button>
        <button type="button" className="quiet strong" aria-label={`确认${label}`} disabled={!hasInk || isBusy} onClick={() => { void sign() }}>确认</button>
      </div>
    </fieldset>
  )
}

/** Gives the canvas the pixels of its place on the screen, empty and with a pen. */
function fit(canvas: HTMLCanvasElement | null): void {
  if (canvas === null) return
  const ratio = Math.max(globalThis.devicePixelRatio, 2)
  canvas.width = Math.round(canvas.clientWidth * ratio)
  canvas.height = Math.round(HEIGHT * ratio)
  const pen = canvas.getContext('2d')
  if (pen === null) return
  pen.scale(ratio, ratio)
  pen.lineWidth = 3
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.strokeStyle = '#000'
}
