import type { PortalForms } from '../../../src/domains/consumer/contract.ts'
import { FilesStep } from '../submission/FilesStep.tsx'
import { CheckField, ChoiceField, LongTextField, TextField } from '../submission/FormField.tsx'
import type { DraftFiles } from '../submission/use-draft-files.ts'
import type { RepairDraft, RepairFault } from './repair-draft.ts'

type RepairFieldsProps = Readonly<{
  draft: RepairDraft; change: (part: Partial<RepairDraft>) => void; faults: readonly RepairFault[]; forms: PortalForms; draftFiles: DraftFiles; onFilesAdded: () => void
}>

/** The fields of the application: who, what, why, papers, whom to ask, commitment. */
export function RepairFields({ draft, change, faults, forms, draftFiles, onFilesAdded }: RepairFieldsProps) {
  const filesFault = faults.find(({ field }) => field === 'files')
  return (
    <>
      <h2>哪一家申请</h2>
      <TextField field="name" label="企业或个体户名称" hint="和营业执照上一样" autoComplete="organization" faults={faults} value={draft.name} onText={(name) => { change({ name }) }} />
      <TextField field="uscc" label="统一社会信用代码" hint="营业执照上的18位代码" faults={faults} value={draft.uscc} onText={(uscc) => { change({ uscc }) }} />
      <TextField field="address" label="地址" hint="用来寄送书面决定" isOptional autoComplete="street-address" faults={faults} value={draft.address} onText={(address) => { change({ address }) }} />
      <h2>要修复什么</h2>
      <ChoiceField field="repairKind" label="信息的种类" choices={forms.repairKinds} faults={faults} value={draft.repairKind} onText={(repairKind) => { change({ repairKind }) }} />
      {draft.repairKind === '' ? null : (
        <TextField
          field="recordNo" label={draft.repairKind === 'penalty' ? '处罚决定书文号' : '列入决定的文号'} hint="在决定书上，或者在“看公示”里查到" isOptional={draft.repairKind !== 'penalty'} faults={faults} value={draft.recordNo}
          onText={(recordNo) => { change({ recordNo }) }}
        />
      )}
      <LongTextField
        field="content" label="怎样履行、改正和整改的" hint="例如：罚款何时缴清，年报何时补报，问题怎样改正" rows={6} faults={faults} value={draft.content}
        onText={(content) => { change({ content }) }}
      />
      <h2>材料</h2>
      <CheckField field="hasIdentity" faults={faults} isChecked={draft.hasIdentity} onCheck={(hasIdentity) => { change({ hasIdentity }) }} label="附有主体资格文件" hint="营业执照；由他人代办的，还要授权委托书" />
      <CheckField field="hasPerformance" faults={faults} isChecked={draft.hasPerformance} onCheck={(hasPerformance) => { change({ hasPerformance }) }} label="附有履行、改正、整改的材料" hint="缴款凭证、整改报告、整改前后的照片等" />
      {filesFault === undefined ? null : <p className="fault" id="field-files-fault">{filesFault.says}</p>}
      <FilesStep draftFiles={draftFiles} rules={forms.acceptedFiles} says="请拍下或者选择上面勾选的材料。材料不齐的，我们会一次告诉您要补什么。" onAdded={onFilesAdded} />
      <h2>找谁联系</h2>
      <TextField field="contactName" label="联系人姓名" autoComplete="name" faults={faults} value={draft.contactName} onText={(contactName) => { change({ contactName }) }} />
      <TextField field="phone" type="tel" label="联系电话" autoComplete="tel" faults={faults} value={draft.phone} onText={(phone) => { change({ phone }) }} />
      <TextField field="email" type="email" label="电子邮箱" autoComplete="email" isOptional faults={faults} value={draft.email} onText={(email) => { change({ email }) }} />
      <h2>守信承诺</h2>
      <CheckField
        field="hasPromised" faults={faults} isChecked={draft.hasPromised} onCheck={(hasPromised) => { change({ hasPromised }) }}
        label="本单位承诺：所提交的材料真实、合法、有效；今后依法诚信经营，自觉接受监督。"
        hint="故意隐瞒真实情况、弄虚作假的，撤销修复决定，恢复公示，三年内不得再申请（《市场监督管理信用修复管理办法》第二十三条）。"
      />
    </>
  )
}
