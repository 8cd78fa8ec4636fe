import { expect, test } from 'vitest'
import { caseTitle, causeOfAction } from './cause-of-action.ts'

test.each([
  ['检查中发现涉嫌经营超过保质期的食品的行为。', '经营超过保质期的食品'], ['涉嫌销售侵犯注册商标专用权的商品案', '销售侵犯注册商标专用权的商品'], ['举报反映：未按规定明码标价', '未按规定明码标价'], ['经营超过保质期的食品', '经营超过保质期的食品'],
  ['违法', '违法'], ['违法发布医疗广告', '违法发布医疗广告'], ['未建立电梯安全技术档案', '未建立电梯安全技术档案'], ['涉嫌实施混淆行为一案', '实施混淆行为'], ['未按规定办理备案', '未按规定办理备案'], ['发布违法广告', '发布违法广告'], ['无证经营', '无证经营'],
])('%s is %s', (written, act) => {
  expect(causeOfAction(written)).toBe(act)
})

test('a title names the party and the act once; of several acts the first', () => {
  expect(caseTitle('示例食品店', '涉嫌经营超过保质期的食品')).toBe('示例食品店涉嫌经营超过保质期的食品案')
  expect(caseTitle('示例食品店', '经营超过保质期的食品；餐具、饮具使用前未经洗净消毒')).toBe('示例食品店涉嫌经营超过保质期的食品等案')
})
