import { describe, expect, test } from 'vitest'
import { routeMatter } from './routing.ts'

const offices = [
  { id: 'complaint-centre', name: '投诉举报中心', kind: 'centre', towns: [], duties: ['intake'] },
  { id: 'consumer-protection', name: '消保科', kind: 'section', towns: [], duties: ['consumer-rights', 'work-order'] },
  { id: 'online', name: '网监科', kind: 'section', towns: [], duties: ['online-trade', 'advertising'] },
  { id: 'special-equipment', name: '特设科', kind: 'section', towns: [], duties: ['special-equipment'] },
  { id: 'station-a', name: '甲所', kind: 'station', towns: ['371003001'], duties: ['local-supervision'] },
]
const question = { procedure: 'complaint', category: 'food', townCode: '371003001', townName: '龙山路街道', hasPlatform: false } as const

describe('routing by place and duty', () => {
  test('a complaint goes to the station of the place', () => {
    expect(routeMatter(question, offices)).toMatchObject({ officeId: 'station-a', why: '经营地在龙山路街道，由辖区甲所办理' })
  })
  test('a report of a specialised subject goes to the office with the duty, a complaint to the place', () => {
    expect(routeMatter({ ...question, procedure: 'report', category: 'lift' }, offices).officeId).toBe('special-equipment')
    expect(routeMatter({ ...question, category: 'lift' }, offices).officeId).toBe('station-a')
  })
  test('without a place: platform, then duty, then consumer protection, then intake', () => {
    const nowhere = { ...question, townCode: null, townName: null }
    expect(routeMatter({ ...nowhere, hasPlatform: true }, offices).officeId).toBe('online')
    expect(routeMatter({ ...nowhere, category: 'advertising' }, offices).officeId).toBe('online')
    expect(routeMatter(nowhere, offices).officeId).toBe('consumer-protection')
    expect(routeMatter(nowhere, offices.slice(0, 1)).officeId).toBe('complaint-centre')
  })
})
