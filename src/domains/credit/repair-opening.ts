import type { ChildOpening } from '../../engines/procedure/definition.ts'
import type { Matter } from '../../engines/procedure/matter.ts'

export type RepairableListing = Readonly<{ kind: 'abnormal-list' | 'serious-list'; name: string | undefined; uscc: string | undefined; publishedOn: string | undefined; isUnreachable?: boolean; isOtherProvince?: boolean | undefined }>

/** The credit repair that an application for removal from a list begins. */
export function repairOfListing(matter: Matter, { kind, name, uscc, publishedOn, isUnreachable = false, isOtherProvince = false }: RepairableListing): ChildOpening {
  return {
    procedure: 'credit-repair', title: `${name ?? matter.subjectName ?? ''}信用修复`, channel: 'list-matter',
    facts: {
      applicantName: name ?? matter.subjectName ?? '申请人', repairKind: kind, recordNo: matter.number, ...(uscc === undefined ? {} : { uscc }), ...(publishedOn === undefined ? {} : { publishedOn }), isUnreachable, isOtherProvince,
    },
    parties: { enterprise: 'applicant', trader: 'applicant', party: 'applicant' },
  }
}
