import { addDays, dateInShanghai, formatDate } from '../../kernel/calendar-date.ts'
import type { CalendarDate } from '../../kernel/calendar-date.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import { machineIn } from '../procedure/doer.ts'
import { newIdentifier } from '../procedure/services.ts'
import type { IndicatorTile, PlanOpenData, PortalIndicator } from './contract.ts'
import { findDefinition } from './definition.ts'
import { evaluate } from './evaluate.ts'
import type { Question } from './evaluate.ts'
import type { IndicatorServices } from './indicator-services.ts'
import { questionOf } from './question.ts'
import { isSnapshotTaken, takeSnapshot } from './snapshot.ts'

export const PLAN_INDICATORS = 'plan-indicators'

const PATIENCE_MS = 120_000
/** Under which everything published here may be used. */
export const LICENCE = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/deed.zh-hans', says: '可以自由使用、转载和加工，须注明来源。' } as const
const DICTIONARY: PlanOpenData['dictionary'] = [
  { field: 'id', name: '指标编号', meaning: '规划重要指标表的序号；t开头的是只写在规划正文中的目标' },
  { field: 'number', name: '序号', meaning: '在规划中的序号' },
  { field: 'name', name: '指标名称', meaning: '规划中的名称' },
  { field: 'says', name: '通俗说明', meaning: '这个指标说的是什么' },
  { field: 'value', name: '数值', meaning: '期间内、截至日期的数值；空白表示暂无数据，不表示零' },
  { field: 'unit', name: '单位', meaning: '数值和目标的计量单位' },
  { field: 'target', name: '目标', meaning: '规划确定的目标值；空白表示规划未定数值' },
  { field: 'targetYear', name: '目标年份', meaning: '目标所属年份' },
  { field: 'statusName', name: '状态', meaning: '按指标类别的判断规则得出' },
  { field: 'period', name: '期间', meaning: '数值所属期间' },
  { field: 'asOf', name: '截至日期', meaning: '数据截至的日期，YYYY-MM-DD' },
  { field: 'sourceName', name: '数据来源', meaning: '系统业务数据、报送数及其来源，或待接入' },
]

/** Puts the district's figures before the public, and keeps yesterday's once the day is over. The portal itself cannot count matters. */
export async function publishPlanIndicators(services: IndicatorServices): Promise<void> {
  const now = services.clock.now()
  const { code: district, name, synthetic } = services.servedDistrict()
  const yesterday = addDays(dateInShanghai(now), -1)
  const [question, dayBefore] = [questionAsOf(services, dateInShanghai(now)), questionAsOf(services, yesterday)]
  const isKept = await inScope(services.pools.desk, { ...machineIn(district).scope, timeoutMs: PATIENCE_MS }, async (tx) => {
    const tiles = await evaluate(tx.client, services.catalogue.definitions, question)
    const extract: PlanOpenData = {
      title: `${name}市场监管规划指标`, publisher: services.bureauName(), asOf: question.asOf.on, refreshedAt: now, synthetic, licence: LICENCE, dictionary: DICTIONARY,
      indicators: tiles.map((tile) => portalIndicator(services, tile)),
    }
    const content = { title: extract.title, extract: JSON.stringify(extract), published_at: now }
    const known = await tx.queries.selectFrom('publication').select('id').where('district_code', '=', district).where('kind', '=', PLAN_INDICATORS).executeTakeFirst()
    if (known !== undefined) await tx.queries.updateTable('publication').set(content).where('district_code', '=', district).where('id', '=', known.id).execute()
    else await tx.queries.insertInto('publication').values({ district_code: district, id: newIdentifier(services, now), kind: PLAN_INDICATORS, title_bigrams: [], synthetic, ...content }).execute()
    return isSnapshotTaken(tx, dayBefore)
  })
  if (!isKept) await takeSnapshot(services, { asOf: yesterday }, '系统')
}

function questionAsOf({ servedDistrict, catalogue, clock }: IndicatorServices, asOf: CalendarDate): Question {
  const question = questionOf({ district: servedDistrict().code, catalogue, now: clock.now() }, { asOf })
  if (isRefusal(question)) throw new Error(question.says)
  return question
}

function portalIndicator({ catalogue }: IndicatorServices, { id, number, name, figure, unit, target, judgement }: IndicatorTile): PortalIndicator {
  return {
    id, number, name, says: findDefinition(catalogue, id)?.says ?? '', value: figure.value, unit, target: target?.value ?? null, targetYear: target?.year ?? null, statusName: judgement.statusName,
    period: figure.period.label, asOf: figure.asOf, sourceName: sourceName(figure),
  }
}

function sourceName({ provenance }: IndicatorTile['figure']): string {
  switch (provenance.kind) {
    case 'computed': return '业务数据自动计算'
    case 'reported': return `${provenance.source}（${formatDate(provenance.reportedOn)}发布）`
    case 'none': return provenance.awaits
  }
}
