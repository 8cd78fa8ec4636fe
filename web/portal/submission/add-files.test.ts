import { describe, expect, it } from 'vitest'
import { sortFiles } from './add-files.ts'

const rules = { mediaTypes: ['image/jpeg', 'application/pdf'], maxBytes: 1_048_576, maxCount: 3 }
const file = (name: string, type = 'image/jpeg', size = 1000) => ({ name, type, size })

describe('sortFiles', () => {
  it('takes what the rules allow and names each refused file with its reason', () => {
    const { taken, refused } = sortFiles([file('a.jpg'), file('b.exe', 'application/x-msdownload'), file('c.jpg', 'image/jpeg', 0), file('d.pdf', 'application/pdf', 2_097_152)], 0, rules)
    expect(taken.map(({ name }) => name)).toEqual(['a.jpg'])
    expect(refused).toEqual(['“b.exe”的格式不能上传，可以上传JPG图片、PDF文件', '“c.jpg”是空文件，没有添加', '“d.pdf”有2 MB，超过每个文件1 MB的限制'])
  })
  it('goes by the ending when the phone names no type, and never takes an unlisted kind', () => {
    const photos = { ...rules, mediaTypes: ['image/heic'] }
    expect(sortFiles([file('a.HEIC', ''), file('b.mov', ''), file('c', '')], 0, photos).taken.map(({ name }) => name)).toEqual(['a.HEIC'])
  })
  it('counts the files that are there already', () => {
    const { taken, refused } = sortFiles([file('a.jpg'), file('b.jpg')], 2, rules)
    expect(taken).toHaveLength(1)
    expect(refused).toEqual(['最多上传3个文件，“b.jpg”没有添加'])
  })
})
