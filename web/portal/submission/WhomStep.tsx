import { useState } from 'react'
import type { PublishedEntity } from '../../../src/engines/register/contract.ts'
import { FailureNotice, Loading } from '../LoadState.tsx'
import { usePages } from '../use-load.ts'
import { TextField } from './FormField.tsx'
import type { Change, StepProps } from './FormField.tsx'

/** Step 1: the business, picked from the register or named in words. */
export function WhomStep({ draft, change, faults }: StepProps) {
  if (draft.entityId !== '') return <Picked {...{ draft, change, faults }} />
  return (
    <>
      <TextField
        field="respondentName" label="商家或单位的名称" hint="招牌、小票、包装或网店上的名称都可以" faults={faults} value={draft.respondentName}
        onText={(respondentName) => { change({ respondentName }) }}
      />
      <Lookup name={draft.respondentName} change={change} />
      <TextField
        field="respondentAddress" label="商家的地址" hint="写到能找到的程度，例如“天福路农贸市场南门旁”" faults={faults} value={draft.respondentAddress}
        onText={(respondentAddress) => { change({ respondentAddress }) }} isOptional={draft.platformName !== ''}
      />
      <Platform {...{ draft, change, faults }} />
    </>
  )
}

function Picked({ draft, change, faults }: StepProps) {
  return (
    <>
      <div className="picked">
        <p className="hint">您选择的商家</p>
        <p><strong>{draft.respondentName}</strong></p>
        {draft.respondentUscc === '' ? null : <p className="muted">统一社会信用代码 {draft.respondentUscc}</p>}
        {draft.respondentAddress === '' ? null : <p className="muted">{draft.respondentAddress}</p>}
        <button type="button" className="button plain" onClick={() => { change({ entityId: '', respondentUscc: '', respondentAddress: '' }) }}>换一家</button>
      </div>
      <Platform {...{ draft, change, faults }} />
    </>
  )
}

function Platform({ draft, change, faults }: StepProps) {
  return (
    <TextField
      field="platformName" label="在哪个网络平台上买的" hint="线下购买的不用填" isOptional faults={faults} value={draft.platformName}
      onText={(platformName) => { change({ platformName }) }}
    />
  )
}

function Lookup({ name, change }: Readonly<{ name: string; change: Change }>) {
  const [wanted, setWanted] = useState<string | null>(null)
  const q = name.trim()
  return (
    <div className="lookup">
      <button type="button" className="button plain" disabled={q.length < 2} onClick={() => { setWanted(q) }}>查找登记信息</button>
      {wanted === null ? <p className="hint">查到登记信息，办理会更快；查不到也能提交。</p> : <Found q={wanted} change={change} />}
    </div>
  )
}

const SHOWN = 8

function Found({ q, change }: Readonly<{ q: string; change: Change }>) {
  const pages = usePages<PublishedEntity>('/api/portal/entities', { q })
  if (pages.status === 'loading') return <Loading what="登记信息" />
  if (pages.failure !== null) return <FailureNotice failure={pages.failure} onRetry={pages.more} />
  if (pages.rows.length === 0) return <output>没有查到名称含“{q}”的登记信息。没关系，请在下面填写地址，我们会核实。</output>
  return (
    <>
      <output>{pages.rows.length > SHOWN || pages.hasMore ? `显示前${Math.min(SHOWN, pages.rows.length)}户；名称写全一些，结果会更准。` : `${pages.countWords('户')}。`}请点选：</output>
      <ul className="entity-list">
        {pages.rows.slice(0, SHOWN).map((entity) => (
          <li key={entity.id}><button type="button" onClick={() => { change(pick(entity)) }}><strong>{entity.name}</strong><span className="tag">{entity.statusName}</span><span className="muted">{entity.address ?? '未登记地址'}</span></button></li>
        ))}
      </ul>
    </>
  )
}

/** What choosing an entity writes into the draft. */
export function pick(entity: PublishedEntity) {
  return { entityId: entity.id, respondentName: entity.name, respondentUscc: entity.uscc ?? '', respondentAddress: entity.address ?? '' }
}
