import { refuse } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { machineIn } from '../../engines/procedure/doer.ts'
import { procedureOf } from '../../engines/procedure/services.ts'
import { findMatter } from '../../engines/procedure/store.ts'
import type { StoredFile } from '../../platform/files.ts'
import { inScope } from '../../platform/postgres/scope.ts'
import type { ConsumerServices } from './consumer-services.ts'
import { attachFiles } from './receive-submission.ts'

const MOST_PAPERS = 40
const CLOSED = refuse({ code: 'portal.papers-closed', says: '本件已经办结，不能再补交材料。', do: '有新的材料，请重新提交，或者拨打12315咨询。' })
const NO_PAPERS = refuse({ code: 'portal.papers-missing', says: '没有收到文件。', do: '请选择要补交的文件。' })
const TOO_MANY = refuse({ code: 'portal.papers-too-many', says: `一件最多收${MOST_PAPERS}个文件。`, do: '请把材料送到受理窗口，或者拨打12315咨询。' })

/** Adds files to an open matter in the name of whoever submitted it. A file that is there already is not added again. */
export function addPapers(services: ConsumerServices, matterId: string, files: readonly StoredFile[]): Promise<Readonly<{ says: string }> | Refusal> {
  const district = services.servedDistrict().code
  return inScope(services.pools.desk, machineIn(district).scope, async (tx) => {
    const matter = await findMatter(tx, district, matterId, 'for-update')
    if (matter === null || matter.closedAt !== undefined) return CLOSED
    if (files.length === 0) return NO_PAPERS
    const kept = await tx.queries.selectFrom('attachment').select('sha256').where('district_code', '=', district).where('matter_id', '=', matterId).where('from_party', '=', true).execute()
    const fresh = files.filter(({ sha256 }, index) => !kept.some((row) => row.sha256 === sha256) && files.findIndex((other) => other.sha256 === sha256) === index)
    if (kept.length + fresh.length > MOST_PAPERS) return TOO_MANY
    const added = await attachFiles(tx, services, { matter }, fresh, kept.length)
    if (added.events.length > 0) await services.listener(tx, { procedure: procedureOf(services, matter.procedure), matter: added.matter, events: added.events, now: services.clock.now() })
    return { says: `已收到${files.length}个文件。` }
  })
}
