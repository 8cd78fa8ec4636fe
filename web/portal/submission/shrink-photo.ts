const LONG_EDGE_PX = 2560
const QUALITY = 0.85
// The stated limit is that of recordings; a picture of more than this is larger than any phone needs to send.
const PHOTO_BYTES = 12 * 1_048_576

/** A smaller JPEG of a photo that is over the size limit; the photo itself when the browser cannot read it. */
export async function shrinkPhoto(photo: File, maxBytes: number): Promise<File> {
  if (photo.size <= Math.min(maxBytes, PHOTO_BYTES) || !photo.type.startsWith('image/')) return photo
  const picture = await createImageBitmap(photo).catch(() => null)
  if (picture === null) return photo
  const scale = Math.min(1, LONG_EDGE_PX / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const blob = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, 'image/jpeg', QUALITY) })
  return blob === null ? photo : new File([blob], photo.name.replace(/\.[^.]*$/, '.jpg'), { type: 'image/jpeg' })
}
