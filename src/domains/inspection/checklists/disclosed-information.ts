import { itemsOf } from './checklist.ts'
import type { Checklist } from './checklist.ts'

const regulation = itemsOf('enterprise-disclosure-regulation')
const measures = itemsOf('disclosed-information-check-measures')

const underTheRegulation = [
  regulation('annual-report', '按期报送并公示上一年度年度报告', '第八条', '企业应当于每年1月1日至6月30日', '未公示的年度', { isKey: true }),
  regulation('contact', '通信地址、邮政编码、联系电话、电子邮箱等信息真实', '第九条', '企业通信地址、邮政编码、联系电话、电子邮箱等信息', '公示内容和实际情况'),
  regulation('existence', '开业、歇业、清算等存续状态信息真实', '第九条', '企业开业、歇业、清算等存续状态信息', '公示内容和实际情况'),
  regulation('investments', '投资设立企业、购买股权信息真实', '第九条', '企业投资设立企业、购买股权信息', '公示内容和实际情况'),
  regulation('contributions', '股东或者发起人认缴和实缴的出资额、出资时间、出资方式真实', '第九条', '其股东或者发起人认缴和实缴的出资额、出资时间、出资方式等信息', '公示内容和实际情况', { isKey: true }),
  regulation('share-transfers', '有限责任公司股东股权转让等股权变更信息真实', '第九条', '有限责任公司股东股权转让等股权变更信息', '公示内容和实际情况'),
  regulation('online-shops', '网站以及从事网络经营的网店的名称、网址真实', '第九条', '企业网站以及从事网络经营的网店的名称、网址等信息', '公示内容和实际情况', { photo: true }),
  regulation('accounts', '从业人数、资产、负债、营业收入、纳税等信息真实', '第九条', '企业从业人数、资产总额、负债总额', '公示数额和账面数额', { measured: { label: '相差金额', unit: '万元' } }),
  regulation('licences', '行政许可取得、变更、延续信息按时公示', '第十条', '行政许可取得、变更、延续信息', '许可名称、应公示日期'),
  regulation('penalties', '受到行政处罚的信息按时公示', '第十条', '受到行政处罚的信息', '决定书文号、应公示日期'),
] as const

/** Information an enterprise discloses by itself (年报和即时信息). */
export const disclosedInformation: Checklist = {
  id: 'enterprise-disclosure', name: '企业公示信息核查项目', objectType: 'disclosure',
  versions: [
    { from: '2021-01-01', items: underTheRegulation },
    { from: '2025-03-18', items: [...underTheRegulation, measures('address', '通过登记的住所（经营场所）可以联系', '第十四条', '通过登记的住所（经营场所）无法联系', '核实经过、证明材料', { isKey: true, always: true, photo: true })] },
  ],
}
