import type { DocumentTemplate } from '../../../engines/procedure/document.ts'
import { asSentence, contact, nameOf, paragraph, receivedOn, textOf } from './notice-text.ts'

/** The answer to a 12345 work order; the hotline's own number stands in it, so that the caller recognises it. */
export const workOrderReply: DocumentTemplate = {
  id: 'work-order-reply',
  title: '12345热线工单办理情况答复',
  series: '市监工复',
  audience: 'complainant',
  addressee: context => nameOf(context, 'caller', '来电人'),
  blocks: (context) => {
    const outsideNo = textOf(context, 'outsideNo')
    const numbers = [`登记编号：${context.matter.number}`, ...(outsideNo === '' ? [] : [`12345工单编号：${outsideNo}`])].join('；')
    return [
      paragraph(`您通过12345政务服务便民热线反映的${context.labelOf('orderType')}事项（${numbers}），我局于${receivedOn(context)}收到。现将办理情况答复如下：`),
      paragraph(asSentence(textOf(context, 'replyText'))),
      paragraph('感谢您对市场监管工作的关注和支持。如对办理情况有不同意见，可以与我局联系，或者通过12345热线反映。'),
      contact(context),
    ]
  },
}
