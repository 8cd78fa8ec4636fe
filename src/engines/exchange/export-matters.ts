import { dateInShanghai, formatMoment } from '../../kernel/calendar-date.ts'
import type { MatterList } from '../procedure/contract.ts'
import { MATTER_FILTER, matterFilter } from '../procedure/routes-lists.ts'
import type { ProcedureServices } from '../procedure/services.ts'
import { listMatters } from '../procedure/worklist.ts'
import { defineExport } from './export-declaration.ts'
import type { AnyExport, InReadersScope } from './export-declaration.ts'

type Row = MatterList['rows'][number]

const ROWS_PER_PAGE = 500

/** The list of matters with the filters of its page, as far as the reader may see it. */
export function matterExport(services: ProcedureServices): AnyExport {
  return defineExport<MatterQuery, Row>({
    list: 'matters',
    name: '办件',
    filter: MATTER_FILTER,
    columns: [
      { header: '编号', width: 22, value: (row) => row.number },
      { header: '种类', width: 12, value: (row) => row.procedureName },
      { header: '事项', width: 40, value: (row) => row.title },
      { header: '被投诉（举报）主体', width: 32, value: (row) => row.subjectName },
      { header: '状态', width: 14, value: (row) => row.stateName },
      { header: '承办科（所）', width: 24, value: (row) => row.officeName },
      { header: '承办人', width: 12, value: (row) => row.assigneeName },
      { header: '镇街', width: 14, value: (row) => row.townName },
      { header: '来源', width: 14, value: (row) => row.channelName },
      { header: '接收时间', width: 22, value: (row) => formatMoment(row.receivedAt) },
      { header: '下一期限', width: 14, value: (row) => (row.clock?.due.status === 'determined' ? row.clock.due.dueOn : null) },
      { header: '期限事项', width: 18, value: (row) => row.clock?.name ?? null },
      { header: '是否逾期', width: 10, value: (row) => (row.clock === null ? null : row.clock.isOverdue ? '是' : '否') },
      { header: '办结日期', width: 14, value: (row) => (row.closedAt === null ? null : dateInShanghai(row.closedAt)) },
      { header: '办理结果', width: 18, value: (row) => row.outcomeName },
      { header: '演示数据', width: 10, value: (row) => (row.synthetic ? '是' : null) },
    ],
    rows: (inScope, filter, { district }) => eachMatter(services, inScope, filter, district),
  })
}

type MatterQuery = Parameters<typeof matterFilter>[0]

async function* eachMatter(services: ProcedureServices, inScope: InReadersScope, query: MatterQuery, district: string): AsyncGenerator<Row> {
  const filter = matterFilter(query)
  for (let after: string | null = null; ;) {
    const from: string | null = after
    const page: MatterList = await inScope((tx) => listMatters(tx, services, district, { filter, after: from, limit: ROWS_PER_PAGE }))
    yield* page.rows
    if (page.next === null) return
    after = page.next
  }
}
