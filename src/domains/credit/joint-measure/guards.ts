import { cite } from '../../../kernel/citation.ts'
import type { Guard } from '../../../engines/procedure/definition.ts'
import type { facts } from './facts.ts'

type JointGuard = Guard<typeof facts>
const measures = (article: string) => cite('serious-violation-list-measures', article)

export const measureMustNameItsLegalBasis: JointGuard = {
  name: 'measureMustNameItsLegalBasis',
  cite: measures('第十五条'),
  needsInput: true,
  check: ({ input }) => (/[法例定则见》]/u.test(input.measureBasis ?? '') || (input.measureBasis ?? '').length >= 8 ? null
    : { says: '联合惩戒只能依照法律、行政法规和党中央、国务院政策文件实施，没有写明依据的名称。', do: '请填写依据的文件名称和条款。' }),
}

export const feedbackMustSayWhatWasDone: JointGuard = {
  name: 'feedbackMustSayWhatWasDone',
  cite: measures('第四条'),
  needsInput: true,
  check: ({ input }) => {
    if (input.feedbackKind !== 'applied') return { says: '反馈没有采取措施，或者没有相关事项，不能登记为已采取措施。', do: '请办理“登记未采取措施”。' }
    return (input.feedbackText ?? '') !== '' ? null : { says: '反馈已采取措施的，没有写明采取了什么措施。', do: '请填写“反馈内容”。' }
  },
}
