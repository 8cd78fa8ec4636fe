import { expect, test } from 'vitest'
import { withoutStop } from './sentence.ts'

test.each([['须补充名单，另行公告。', '须补充名单，另行公告'], ['停止公布 。。', '停止公布'], ['名单有误', '名单有误'], [' 见附件；\n', '见附件'], ['', ''], ['共3.5万户。', '共3.5万户']])('%s', (typed, expected) => {
  expect(withoutStop(typed)).toBe(expected)
})
