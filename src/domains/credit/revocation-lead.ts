import type { ChildOpening } from '../../engines/procedure/definition.ts'
import type { Matter } from '../../engines/procedure/matter.ts'

/** The lead by which a licence is revoked: reports missing for years, not corrected, and nobody there (regulation on disclosure, Art 18). */
export function leadToRevocation(matter: Matter, { name, uscc, says }: Readonly<{ name: string | undefined; uscc: string | undefined; says: string | undefined }>): ChildOpening {
  const respondent = name ?? matter.subjectName ?? '有关企业'
  return {
    procedure: 'lead', title: `${respondent}拟吊销营业执照线索`, channel: 'list-matter', parties: { enterprise: 'respondent' },
    facts: { source: 'other', sourceNo: matter.number, content: says ?? '连续未年报被列入经营异常名录未改正，且无法取得联系。', suspectedActs: '连续未按规定报送年度报告且通过登记的住所无法取得联系', respondentName: respondent, ...(uscc === undefined ? {} : { respondentUscc: uscc }) },
  }
}
