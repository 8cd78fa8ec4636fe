const LINE = 30
const MARGIN = 16

/** The strokes on white with lines of text below, as PNG: the picture says by itself what was signed. */
export async function signaturePicture(strokes: HTMLCanvasElement, lines: readonly string[]): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(strokes.width, 640)
  canvas.height = strokes.height + lines.length * LINE + 2 * MARGIN
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('this browser draws no pictures')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(strokes, 0, 0)
  pen.fillStyle = '#000'
  pen.font = `22px ${getComputedStyle(document.body).fontFamily}`
  for (const [index, line] of lines.entries()) pen.fillText(line, MARGIN, strokes.height + MARGIN + (index + 0.7) * LINE, canvas.width - 2 * MARGIN)
  return new Promise((settle, fail) => {
    canvas.toBlob((picture) => { if (picture === null) fail(new Error('the signature could not be made a picture')); else settle(picture) }, 'image/png')
  })
}
