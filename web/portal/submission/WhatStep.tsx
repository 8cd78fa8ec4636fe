import { CheckField, LongTextField, SelectField } from './FormField.tsx'
import type { StepProps } from './FormField.tsx'
import { wordsOfOtherKind } from './mixed-content.ts'

/** Step 2: what happened, and whether it is a complaint, a report or both. */
export function WhatStep({ draft, change, faults, categories }: StepProps & Readonly<{ categories: Readonly<Record<string, string>> }>) {
  const isComplaint = draft.kind === 'complaint'
  const word = draft.isMixed ? null : wordsOfOtherKind(draft.kind, draft.content)
  return (
    <>
      <SelectField field="category" label="属于哪一类" faults={faults} choices={categories} value={draft.category} onText={(category) => { change({ category }) }} />
      <LongTextField
        field="content" label="事情的经过" rows={8} faults={faults} value={draft.content} onText={(content) => { change({ content }) }}
        hint={isComplaint ? '买了什么、出了什么问题、商家怎么说' : '什么时间、在哪里、看到了什么、您是怎么知道的。线索越具体，越容易查实'}
      />
      {word === null ? null : (
        <output className="notice">
          {isComplaint
            ? `您写到了“${word}”。投诉只解决您和商家的纠纷；如果还希望查处商家，请勾选下面一项。`
            : `您写到了“${word}”。举报不解决退款、赔偿；如果还希望我们调解，请勾选下面一项。`}
        </output>
      )}
      <CheckField
        field="isMixed" faults={faults} isChecked={draft.isMixed} onCheck={(isMixed) => { change({ isMixed, ...(isMixed ? { isAnonymous: false } : {}) }) }}
        label={isComplaint ? '我同时举报商家违法，希望查处' : '我同时要求退款、换货、修理或赔偿，希望调解'}
        hint="勾选后，我们会分成一件投诉、一件举报，分别办理，您只用填这一次。"
      />
    </>
  )
}
