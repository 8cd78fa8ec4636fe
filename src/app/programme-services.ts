import { checklists } from '../domains/inspection/index.ts'
import type { ProgrammeServices } from '../domains/inspection/programme/index.ts'
import type { DrawServices, OpenTask } from '../engines/draw/held/services.ts'
import { actorOf } from '../engines/procedure/doer.ts'
import { openMatter } from '../engines/procedure/open-matter.ts'
import type { ProcedureServices } from '../engines/procedure/services.ts'
import type { Services } from './services.ts'

/** Draws over this process's database; what a draw opens is an inspection. */
export function drawServicesOf({ pools, clock, random, secret, business }: Services): DrawServices {
  return { pools, clock, random, secret, servedDistrict: business.servedDistrict, openTask: inspectionOpener(business) }
}

/** The yearly programme with its draws. */
export function programmeServicesOf(services: Services): ProgrammeServices {
  const { pools, clock, random, business } = services
  return { draw: drawServicesOf(services), pools, clock, random, servedDistrict: business.servedDistrict, bureauName: business.bureauName, checklists: checklists.map(({ id, name }) => ({ id, name })) }
}

type Opening = Readonly<{ planTask: string; itemCodes: string; checklistIds: string; departments: string; itemLevel: string }>

/** One inspection of one market entity for all items of the draw, assigned to the first of the team who has an account. */
function inspectionOpener(business: ProcedureServices): OpenTask {
  return async (tx, order, person) => {
    const entity = await tx.queries.selectFrom('entity').select(['name', 'town_code']).where('district_code', '=', order.district).where('id', '=', order.entityId).executeTakeFirst()
    if (entity === undefined) return { fault: '经营主体名册中没有该对象。' }
    const inspectors = order.team.flatMap(({ accountId }) => accountId ?? [])
    if (inspectors.length === 0) return { fault: `检查人员${order.team.map(({ name }) => name).join('、')}没有账号，任务不能到人。请先在执法检查人员名录库中指定账号。` }
    // What the programme put into the purpose of the draw comes back as it was.
    const { planTask, itemCodes, checklistIds, departments, itemLevel } = order.opening as Opening
    const decision = await openMatter(tx, business, actorOf(person), {
      procedure: 'inspection', district: order.district, title: `${entity.name}双随机检查`, channel: 'draw', officeId: order.officeId, townCode: entity.town_code ?? undefined, assigneeId: inspectors[0],
      subjectEntityId: order.entityId, subjectName: entity.name, receivedAt: business.clock.now(), parties: [], synthetic: order.synthetic,
      facts: {
        inspectionKind: 'random', itemCodes, itemLevel, ...(checklistIds === '' ? {} : { checklistIds }), drawId: order.drawId, drawNumber: order.drawNumber, planTask, ...(departments === '' ? {} : { departments }), isAnnounced: false, inspectors,
        plannedFrom: order.visitsFrom, plannedUntil: order.visitsTo,
      },
    })
    switch (decision.kind) {
      case 'decided': return { matterId: decision.matter.id }
      case 'refusal': return { fault: `${decision.says}${decision.do}` }
      case 'invalid-input': return { fault: decision.fields.map(({ label, says }) => `${label}${says}`).join('；') }
    }
  }
}
