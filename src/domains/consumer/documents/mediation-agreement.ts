import { cite, formatCitation } from '../../../kernel/citation.ts'
import type { DocumentContext, DocumentTemplate } from '../../../engines/procedure/document.ts'
import { underBothMeasures } from '../complaint/guards.ts'
import { asSentence, instrumentFor, nameOf, paragraph, respondentName, textOf } from './notice-text.ts'

/** Made out unless the agreement was performed at once or both parties waive the document. */
export const mediationAgreement: DocumentTemplate = {
  id: 'mediation-agreement',
  title: '投诉调解书',
  series: '市监诉调',
  audience: 'complainant',
  layout: 'form',
  isNeeded: facts => facts.agreementForm !== 'performed' && facts.agreementForm !== 'waived',
  addressee: () => '',
  blocks: context => [
    { kind: 'table', rows: partyRows(context) },
    paragraph(`根据${instrumentFor(context, underBothMeasures('第二十二条', '第二十四条'))}的规定，我局${delegation(context)}组织双方当事人进行调解，双方自愿达成如下协议：`),
    paragraph(asSentence(textOf(context, 'agreementText'))),
    paragraph(`一方当事人不履行本协议的，另一方当事人可以按照${formatCitation(cite('consumer-protection-law', '第三十九条'))}的规定，通过民事诉讼、仲裁等其他途径解决消费者权益争议。`),
    paragraph('本调解书由投诉人和被投诉人双方签字或者盖章，并加盖我局印章，交投诉人和被投诉人各执一份，我局留存一份归档。'),
    { kind: 'signatures', lines: ['投诉人（签字或者盖章）：', '被投诉人（签字或者盖章）：', '调解人员（签字）：'] },
  ],
}

function delegation(context: DocumentContext): string {
  const body = textOf(context, 'delegatedTo')
  return body === '' ? '' : `委托${body}`
}

function partyRows(context: DocumentContext): readonly Readonly<{ label: string; value: string }>[] {
  const complainant = context.parties.find(party => party.role === 'complainant')
  const respondent = context.parties.find(party => party.role === 'respondent')
  const rows = [
    { label: '投诉人', value: nameOf(context, 'complainant', '') },
    { label: '联系电话', value: complainant?.phone ?? '' },
    { label: '联系地址', value: complainant?.address ?? '' },
    { label: '被投诉人', value: nameOf(context, 'respondent', respondentName(context)) },
    { label: '经营场所', value: textOf(context, 'respondentAddress') || (respondent?.address ?? '') },
    { label: '登记编号', value: context.matter.number },
    { label: '投诉内容', value: textOf(context, 'content') },
    { label: '投诉请求', value: textOf(context, 'demand') },
  ]
  return rows.filter(row => row.value !== '')
}
