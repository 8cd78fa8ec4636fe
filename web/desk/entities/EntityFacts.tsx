import type { ReactNode } from 'react'
import type { EntityFile } from '../../../src/engines/register/contract.ts'
import { momentText } from '../../kit/time-text.ts'

/** What the register says of an entity. */
export function EntityFacts({ entity }: Readonly<{ entity: EntityFile['entity'] }>): ReactNode {
  const lines: readonly (readonly [string, string | null])[] = [
    ['住所（经营场所）', entity.address],
    ['行业', entity.industryName === null ? null : `${entity.industryName}${entity.industryCode === null ? '' : `（${entity.industryCode}）`}`],
    ['注册资本', entity.capitalInFen === null ? null : `${(entity.capitalInFen / 1_000_000).toLocaleString('zh-CN', { maximumFractionDigits: 6 })} 万元${entity.capitalCurrency === null || entity.capitalCurrency === 'CNY' ? '' : `（${entity.capitalCurrency}）`}`],
    ['成立日期', entity.establishedOn],
    ['登记机关', entity.registrationAuthority],
    ['注册号', entity.registrationNo],
    ['联系电话', entity.phoneMasked],
    ['经营范围', entity.businessScope],
    ['定位依据', entity.synthetic ? null : entity.placeRule],
    ['数据来源', `${entity.source}，${momentText(entity.updatedAt)} 更新`],
  ]
  return (
    <section className="panel">
      <h2>登记信息</h2>
      <dl className="fact-list">{lines.map(([name, value]) => value === null || value === '' ? null : <div key={name}><dt>{name}</dt><dd className="fact-value">{value}</dd></div>)}</dl>
    </section>
  )
}
