import type { CalendarDate } from '../../../src/kernel/calendar-date.ts'
import { asksForRedress } from './check-draft.ts'
import { ChoiceField, LongTextField, TextField } from './FormField.tsx'
import type { StepProps } from './FormField.tsx'

/** Step 3: when, how much, and what the citizen wishes. */
export function WhenStep({ draft, change, faults, today }: StepProps & Readonly<{ today: CalendarDate }>) {
  const isRedress = asksForRedress(draft)
  return (
    <>
      <TextField
        field="purchasedOn" type="date" max={today} isOptional faults={faults} label={isRedress ? '哪天买的' : '哪天发生的'} value={draft.purchasedOn}
        hint="记不清可以不填，在经过里写大概时间" onText={(purchasedOn) => { change({ purchasedOn }) }}
      />
      {isRedress ? (
        <TextField
          field="harmKnownOn" type="date" max={today} isOptional faults={faults} label="哪天发现问题的" value={draft.harmKnownOn}
          onText={(harmKnownOn) => { change({ harmKnownOn }) }}
        />
      ) : null}
      <TextField
        field="amountText" inputMode="decimal" isOptional faults={faults} label={isRedress ? '花了多少钱（元）' : '涉及多少钱（元）'} value={draft.amountText}
        onText={(amountText) => { change({ amountText }) }}
      />
      {isRedress ? (
        <>
          <LongTextField
            field="demand" rows={3} faults={faults} label="您希望怎样解决" hint="例如：退还货款128.50元" value={draft.demand} onText={(demand) => { change({ demand }) }}
          />
          <ChoiceField
            field="mediation" faults={faults} label="是否同意由市场监管部门组织调解" hint="调解要双方都同意。不同意调解的，我们难以帮您解决纠纷。"
            choices={{ yes: '同意', no: '不同意' }} value={draft.mediation} onText={(text) => { change({ mediation: text === 'yes' ? 'yes' : 'no' }) }}
          />
        </>
      ) : <p className="muted">举报不需要填写诉求。想要退款或赔偿，请回到上一步勾选“同时”。</p>}
    </>
  )
}
