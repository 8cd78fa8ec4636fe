import { defineExport } from '../../engines/exchange/export-declaration.ts'
import { ENTITY_FILTER } from '../../engines/register/entity-filter.ts'
import type { EntityFilter } from '../../engines/register/entity-filter.ts'
import { ENTITY_KINDS, ENTITY_STATUSES } from '../../engines/register/entity-words.ts'
import { eachEntity } from '../../engines/register/search-entities.ts'
import type { EntityColumns } from '../../engines/register/search-entities.ts'
import { industryName } from './industry-classification.ts'

/** The register of market entities with the filters of its page. Its headers are those the import reads. */
export const entityExport = defineExport<EntityFilter, EntityColumns>({
  list: 'entities',
  name: '经营主体名册',
  filter: ENTITY_FILTER,
  columns: [
    { header: '名称', width: 36, value: (row) => row.name },
    { header: '统一社会信用代码', width: 22, value: (row) => row.uscc },
    { header: '主体类型', width: 24, value: (row) => row.legal_form ?? ENTITY_KINDS[row.kind] },
    { header: '登记状态', width: 18, value: (row) => ENTITY_STATUSES[row.status] },
    { header: '法定代表人（经营者、负责人）', width: 20, value: (row) => row.legal_representative },
    { header: '成立日期', width: 14, value: (row) => row.established_on },
    { header: '住所（经营场所）', width: 44, value: (row) => row.address },
    { header: '所属乡镇（管辖所）', width: 18, value: (row) => row.town_name },
    { header: '行业代码', width: 12, value: (row) => row.industry_code },
    { header: '所属行业名称', width: 24, value: (row) => industryName(row.industry_code) },
    { header: '演示数据', width: 10, value: (row) => (row.synthetic ? '是' : null) },
  ],
  rows: (inScope, filter, { district }) => eachEntity((work) => inScope(({ client }) => work(client)), district, filter),
})
