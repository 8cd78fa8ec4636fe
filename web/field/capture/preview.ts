const LONGEST_SIDE = 480
const QUALITY = 0.7

/** A small JPEG for the list; null when the browser cannot read the picture, which changes nothing about the original. */
export async function previewOf(picture: Blob): Promise<Blob | null> {
  try {
    const bitmap = await createImageBitmap(picture)
    const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(bitmap.width * scale))
    canvas.height = Math.max(1, Math.round(bitmap.height * scale))
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    bitmap.close()
    return await new Promise((settle) => { canvas.toBlob(settle, 'image/jpeg', QUALITY) })
  } catch {
    return null
  }
}
