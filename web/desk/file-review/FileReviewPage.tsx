import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { DrawnFileView, FileReviewSheet } from '../../../src/domains/enforcement/contract.ts'
import type { MatterView, StepOffer } from '../../../src/engines/procedure/contract.ts'
import { formatDate } from '../../../src/kernel/calendar-date.ts'
import { CitationText } from '../../kit/CitationText.tsx'
import { matterKey, readMatter } from '../matter/matter-api.ts'
import { StepDrawer } from '../matter/StepDrawer.tsx'
import { Failure } from '../parts/Failure.tsx'
import { LinkButton } from '../parts/LinkButton.tsx'
import { PageHeading } from '../parts/PageHeading.tsx'
import { DrawnFilesTable } from './DrawnFilesTable.tsx'
import './file-review.css'
import { FreezeList } from './FreezeList.tsx'
import { readSheet, sheetKey } from './review-api.ts'
import { ScoreDrawer } from './ScoreDrawer.tsx'

const route = getRouteApi('/file-reviews/$reviewId')

/** One review of files: the frozen list, the draw with what it can be repeated from, and the score of each drawn file. */
export function FileReviewPage(): ReactNode {
  const { reviewId } = route.useParams()
  const sheet = useQuery({ queryKey: sheetKey(reviewId), queryFn: ({ signal }) => readSheet(reviewId, signal) })
  const matter = useQuery({ queryKey: matterKey(reviewId), queryFn: () => readMatter(reviewId) })
  const failed = [sheet, matter].find(({ isError }) => isError)
  if (failed !== undefined) return <Failure error={failed.error} retry={() => { void sheet.refetch(); void matter.refetch() }} />
  if (sheet.data === undefined || matter.data === undefined) return <Skeleton active paragraph={{ rows: 12 }} />
  return <Body sheet={sheet.data} matter={matter.data} />
}

type BodyProps = Readonly<{ sheet: FileReviewSheet; matter: MatterView }>

// These have a form of their own on this page.
const OWN_FORM: readonly string[] = ['freezeList', 'scoreFile']

function Body({ sheet, matter }: BodyProps): ReactNode {
  const client = useQueryClient()
  const [open, setOpen] = useState<string>()
  const [scoring, setScoring] = useState<DrawnFileView>()
  const { review } = sheet
  const reload = (): void => { for (const queryKey of [sheetKey(review.matterId), matterKey(review.matterId), ['file-reviews']]) void client.invalidateQueries({ queryKey }) }
  const offers = matter.steps.filter(step => step.isPermitted && !OWN_FORM.includes(step.step))
  const offerOf = (step: string): StepOffer | undefined => matter.steps.find(each => each.step === step)
  const mayScore = offerOf('scoreFile')?.isPermitted === true
  return (
    <>
      <p className="back-line"><Link to="/file-reviews" search={{ year: review.receivedOn.slice(0, 4) }}>案卷评查</Link></p>
      <PageHeading title={`${review.number} ${review.name}`}><LinkButton to="/matters/$matterId" params={{ matterId: review.matterId }}>办件、文书和全过程记录</LinkButton></PageHeading>
      <Strip sheet={sheet} />
      {offers.length === 0 ? null : <div className="review-acts">{offers.map(offer => <Button key={offer.step} onClick={() => { setOpen(offer.step) }}>{offer.name}</Button>)}</div>}
      {matter.isClosed ? null : <HeldBack matter={matter} />}
      {offerOf('freezeList')?.isPermitted === true ? <FreezeList sheet={sheet} matter={matter} onDone={reload} /> : null}
      {review.drawn === 0 && review.state !== 'listed' ? null : (
        <section className="review-section" aria-label="抽取的案卷">
          <h2>抽取的案卷</h2>
          <DrawnFilesTable files={sheet.files} {...(mayScore ? { onScore: setScoring } : {})} />
        </section>
      )}
      <StepDrawer matter={matter} offer={open === undefined ? undefined : offerOf(open)} onClose={() => { setOpen(undefined); reload() }} />
      {scoring === undefined ? null : <ScoreDrawer key={scoring.caseNumber} sheet={sheet} matter={matter} file={scoring} onClose={() => { setScoring(undefined) }} onDone={reload} />}
    </>
  )
}

/** Why the review cannot be ended yet. */
function HeldBack({ matter }: Readonly<{ matter: MatterView }>): ReactNode {
  const close = matter.steps.find(({ step }) => step === 'close')
  if (close === undefined || close.isPermitted || !close.refusal.code.startsWith('guard.')) return null
  const { name, refusal } = close
  return <p>{`暂不能办理“${name}”：${refusal.says}${refusal.do}`} {refusal.cite === undefined ? null : <CitationText cite={refusal.cite} />}</p>
}

function Strip({ sheet }: Readonly<{ sheet: FileReviewSheet }>): ReactNode {
  const { review, classes, listDigest, frozenOn, seedText, seedSource, seedPublishedOn } = sheet
  const items: readonly (readonly [string, ReactNode])[] = [
    ['环节', review.stateName], ['结案日期', `${formatDate(review.periodFrom)} 至 ${formatDate(review.periodUntil)}`], ['清单', frozenOn === null ? '未封存' : `${review.listed} 份，${formatDate(frozenOn)} 封存`],
    ...(review.drawn === 0 ? [] : [['抽取', `${review.drawn} 份，已评查 ${review.scored} 份`] as const]),
    ...(review.averageScore === null ? [] : [['平均得分', review.averageScore] as const, ['等次', classes.flatMap(({ id, name }) => { const count = review.byClass[id] ?? 0; return count === 0 ? [] : [`${name} ${count}`] }).join('，')] as const]),
    ...(review.rectifyUntilOn === null ? [] : [['整改', review.rectifiedOn === null ? `应于 ${formatDate(review.rectifyUntilOn)} 前完成` : `${formatDate(review.rectifiedOn)} 完成`] as const]),
  ]
  return (
    <>
      <dl className="review-strip">{items.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      {seedText === null ? null : (
        <details className="review-section">
          <summary>怎样重新抽取核对</summary>
          <p>清单校验值（案件编号按序逐行的SM3值）：<code>{listDigest}</code></p>
          <p>随机种子：{seedText}（{seedSource}，{seedPublishedOn === null ? '' : formatDate(seedPublishedOn)}公布）</p>
          <p className="is-muted">以校验值为密钥、种子为内容计算 HMAC-SM3 得抽取密钥；再以它对每个案件编号计算签值，取签值最小的 {review.drawn} 份。</p>
        </details>
      )}
    </>
  )
}
