import type { PortalForms } from '../../../src/domains/consumer/contract.ts'
import { PromiseList } from '../PromiseList.tsx'
import { asksForRedress } from './check-draft.ts'
import { DraftSummary } from './DraftSummary.tsx'
import type { DraftFile } from './draft-files.ts'
import { CheckField, TextField } from './FormField.tsx'
import type { StepProps } from './FormField.tsx'
import { submissionKind } from './to-submission.ts'

type WhoStepProps = StepProps & Readonly<{ forms: PortalForms; files: readonly DraftFile[]; goTo: (step: number) => void }>

/** Step 5: who is asking, everything once more, and the confirmation. */
export function WhoStep({ draft, change, faults, forms, files, goTo }: WhoStepProps) {
  const kind = submissionKind(draft)
  const isNameless = !asksForRedress(draft) && draft.isAnonymous
  return (
    <>
      {asksForRedress(draft) ? null : (
        <CheckField
          field="isAnonymous" faults={faults} isChecked={draft.isAnonymous} onCheck={(isAnonymous) => { change({ isAnonymous, ...(isAnonymous ? { wantsReward: false } : {}) }) }}
          label="我要匿名举报" hint="匿名举报也会核查，但我们无法向您了解情况，也不能发放奖励。请保存好登记编号和查询码。"
        />
      )}
      {isNameless ? null : <PersonFields {...{ draft, change, faults }} />}
      {kind === 'complaint' || isNameless ? null : (
        <CheckField
          field="wantsReward" faults={faults} isChecked={draft.wantsReward} onCheck={(wantsReward) => { change({ wantsReward }) }}
          label="查实后符合奖励条件的，我申请举报奖励" hint="是否奖励、奖励多少，按国家规定核定。"
        />
      )}
      <h2>请再看一遍</h2>
      <DraftSummary draft={draft} categories={forms.categories} files={files} goTo={goTo} />
      <h2>提交以后</h2>
      <PromiseList promises={forms.promises[kind]} />
      <CheckField
        field="isTrue" faults={faults} isChecked={draft.isTrue} onCheck={(isTrue) => { change({ isTrue }) }}
        label="我确认以上内容真实，愿意对真实性负责"
        hint={asksForRedress(draft) ? '您的姓名和电话用于办理；调解时，商家会知道您是谁。' : '您的姓名和电话只用于办理，不会告诉被举报人。'}
      />
    </>
  )
}

function PersonFields({ draft, change, faults }: StepProps) {
  return (
    <>
      <TextField field="name" label="您的姓名" autoComplete="name" faults={faults} value={draft.name} onText={(name) => { change({ name }) }} />
      <TextField field="phone" type="tel" label="您的电话" autoComplete="tel" faults={faults} value={draft.phone} hint="工作人员会打这个电话与您联系" onText={(phone) => { change({ phone }) }} />
      <TextField field="address" label="您的通讯地址" autoComplete="street-address" isOptional faults={faults} value={draft.address} hint="用来给您寄书面告知" onText={(address) => { change({ address }) }} />
      <TextField field="email" type="email" label="您的电子邮箱" autoComplete="email" isOptional faults={faults} value={draft.email} onText={(email) => { change({ email }) }} />
    </>
  )
}
