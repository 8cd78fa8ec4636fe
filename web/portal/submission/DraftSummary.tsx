import { fenFromYuanText, formatYuan } from '../../../src/kernel/money.ts'
import { dayWords } from '../date-words.ts'
import { amountDigits, asksForRedress } from './check-draft.ts'
import { stepName } from './draft.ts'
import type { Draft } from './draft.ts'
import type { DraftFile } from './draft-files.ts'

type DraftSummaryProps = Readonly<{ draft: Draft; categories: Readonly<Record<string, string>>; files: readonly DraftFile[]; goTo: (step: number) => void }>

/** Everything of steps 1 to 4 in words, each step with a way back to it. */
export function DraftSummary({ draft, categories, files, goTo }: DraftSummaryProps) {
  const parts: readonly (readonly (readonly [label: string, value: string])[])[] = [
    [['名称', draft.respondentName], ['地址', draft.respondentAddress], ['网络平台', draft.platformName]],
    [['办理方式', kindWords(draft)], ['类别', categories[draft.category] ?? ''], ['经过', draft.content]],
    [
      [asksForRedress(draft) ? '购买日期' : '发生日期', dayWords(draft.purchasedOn)], ['发现日期', dayWords(draft.harmKnownOn)], ['金额', amountWords(draft.amountText)],
      ...asksForRedress(draft) ? [['诉求', draft.demand] as const, ['调解', { '': '', yes: '同意', no: '不同意' }[draft.mediation]] as const] : [],
    ],
    [['照片和材料', files.length === 0 ? '没有添加' : `${files.length}个：${files.map((file) => file.name).join('、')}`]],
  ]
  return (
    <div className="summary">
      {parts.map((rows, index) => (
        <section key={stepName(draft.kind, index + 1)}>
          <h3>{stepName(draft.kind, index + 1)}<button type="button" className="link-button" onClick={() => { goTo(index + 1) }}>修改<span className="visually-hidden">{stepName(draft.kind, index + 1)}</span></button></h3>
          <dl>{rows.filter(([, value]) => value.trim() !== '').map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
        </section>
      ))}
    </div>
  )
}

function kindWords(draft: Draft): string {
  if (draft.isMixed) return '分成一件投诉、一件举报'
  return draft.kind === 'complaint' ? '投诉' : '举报'
}

function amountWords(text: string): string {
  const amount = text.trim() === '' ? undefined : fenFromYuanText(amountDigits(text))
  return amount === undefined ? text : formatYuan(amount)
}
