import type { ChildOpening } from '../src/engines/procedure/definition.ts'
import type { Matter } from '../src/engines/procedure/matter.ts'
import { appealCourse } from './appeal-course.ts'
import { caseCourse } from './case-course.ts'
import type { Course } from './deed.ts'
import type { Desk } from './desk.ts'
import { leadCourse } from './lead-course.ts'
import { listingCourse, repairCourse } from './listing-course.ts'
import { measureCourse } from './measure-course.ts'
import { reportCourse } from './report-course.ts'

/** The life of a matter that a step of another opens. */
export function childCourse(desk: Desk, child: ChildOpening, opened: Matter): Course {
  switch (child.procedure) {
    case 'penalty-case': return caseCourse(desk, opened)
    case 'lead': return leadCourse(desk, opened)
    case 'appeal-response': return appealCourse(desk, opened)
    case 'measure': return measureCourse(desk, opened)
    case 'abnormal-operation':
    case 'sole-trader-marking': return listingCourse(desk, opened)
    case 'credit-repair': return repairCourse(desk, { verified: opened.facts['repairKind'] === 'serious-list' ? { hasPerformed: true, hasRemovedHarm: true, hasNewPenalty: false, isListingCured: true } : { isListingCured: true }, method: opened.facts['isUnreachable'] === true ? 'on-site' : 'online' }, opened)
    case 'report': return reportCourse(desk, { isAnonymous: true, wantsReward: false, isFromMediation: true, earlier: null }, opened)
    default: throw new Error(`no course for ${child.procedure}`)
  }
}
