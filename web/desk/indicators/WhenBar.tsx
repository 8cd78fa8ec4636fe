import { InfoCircleOutlined } from '@ant-design/icons'
import { Segmented, Select } from 'antd'
import type { ReactNode } from 'react'
import { dateInShanghai, isCalendarDate, yearOf } from '../../../src/kernel/calendar-date.ts'
import { serverNow } from '../../kit/server-time.ts'
import { DateFilter } from '../parts/DateFilter.tsx'
import { OfficePicker, TownPicker } from '../parts/pickers.tsx'
import { useSession } from '../session/session-context.ts'
import type { When } from './moment-of.ts'
import { yearsUntil } from './moment-of.ts'
import { seesWholeDistrict } from './sees-whole-district.ts'

const NOTED_DATES = [['', '今天'], ['2025-12-31', '规划期末'], ['2023-06-30', '规划中期']] as const

type WhenBarProps = Readonly<{ when: When; year: number | undefined; onChange: (change: When) => void }>

/** Chooses the figures of a page: as of which date, of which year, of which town and office. */
export function WhenBar({ when, year, onChange }: WhenBarProps): ReactNode {
  const asOf = when.asOf !== undefined && isCalendarDate(when.asOf) ? when.asOf : undefined
  const noted = NOTED_DATES.find(([date]) => date === (asOf ?? ''))?.[0]
  const setDate = (next: string | undefined): void => {
    const isToday = next === dateInShanghai(serverNow())
    onChange({ asOf: isToday ? undefined : next, year: undefined })
  }
  const isWhole = seesWholeDistrict(useSession())
  return (
    <div className="filter-bar">
      <span className="filter-range">截至 <DateFilter label="截至日期" value={asOf} onChange={setDate} /></span>
      <Select
        aria-label="常用截至日期" style={{ width: 104 }} value={noted ?? null} placeholder="其他日期" options={NOTED_DATES.map(([value, label]) => ({ value, label }))}
        onChange={(date: string) => { setDate(date === '' ? undefined : date) }}
      />
      <Segmented
        aria-label="年度" options={yearsUntil(asOf).map(each => ({ value: each, label: `${each}年` }))} value={year ?? yearOf(asOf ?? dateInShanghai(serverNow()))}
        onChange={(chosen) => { onChange({ year: String(chosen) }) }}
      />
      <TownPicker label="镇街" placeholder="全区" width={130} value={when.town} onChange={(town) => { onChange({ town }) }} />
      <OfficePicker label="科所" placeholder="全局" width={180} value={when.office} onChange={(office) => { onChange({ office }) }} />
      {isWhole ? null : <span className="scope-note"><InfoCircleOutlined /> 办件计算的数值只含您权限内的办件，不是全区数</span>}
    </div>
  )
}
