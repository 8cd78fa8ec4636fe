import type { InstrumentId } from './instruments.ts'
import type { CountingRule } from './types.ts'

const checkedOn = '2026-11-22'

/**
 * How each instrument counts: whether the last day rolls and from when hours run. The start is excluded everywhere
 * (civil code 201; penalty procedure 80; complaint measures 45). An instrument without its own rule does not roll.
 */
export const countingRules: readonly CountingRule[] = [
  {
    instrument: 'complaint-report-measures', article: '第四十五条', roll: 'statutory-holiday', hourStart: 'moment', checkedOn,
    quotation: '期间届满的最后一日是法定节假日的，以法定节假日后的第一日为期间届满的日期',
  },
  {
    instrument: 'penalty-procedure-provisions', article: '第八十条', roll: 'statutory-holiday', hourStart: 'next-hour', checkedOn,
    quotation: '期间届满的最后一日为法定节假日的，以法定节假日后的第一日为期间届满的日期',
  },
  {
    instrument: 'civil-code', article: '第二百零三条', roll: 'rest-day', hourStart: 'moment', checkedOn,
    quotation: '期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日',
  },
  {
    // By article 88 the civil procedure law governs what this law leaves open; it speaks of 法定休假日.
    instrument: 'reconsideration-law', article: '第八十八条', roll: 'rest-day', hourStart: 'moment', checkedOn,
    quotation: '依照《中华人民共和国民事诉讼法》关于期间、送达的规定执行',
  },
]

/** Articles that give a printed number of days the meaning of working days. */
export const workingDayReadings: readonly { readonly instrument: InstrumentId; readonly article: string; readonly quotation: string }[] = [
  { instrument: 'penalty-law', article: '第八十五条', quotation: '“二日”“三日”“五日”“七日”的规定是指工作日，不含法定节假日' },
  { instrument: 'compulsion-law', article: '第六十九条', quotation: '十日以内期限的规定是指工作日，不含法定节假日' },
  { instrument: 'reconsideration-law', article: '第八十八条', quotation: '“三日”、“五日”、“七日”、“十日”的规定是指工作日，不含法定休假日' },
  { instrument: 'administrative-licence-law', article: '第八十二条', quotation: '行政机关实施行政许可的期限以工作日计算，不含法定节假日' },
]
