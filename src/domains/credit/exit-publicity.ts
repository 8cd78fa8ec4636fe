import { formatDate } from '../../kernel/calendar-date.ts'
import { cite } from '../../kernel/citation.ts'
import { definePublication, definePublicationEnding } from '../../engines/publication/definition.ts'
import type { Publication, PublicationEnding } from '../../engines/publication/definition.ts'
import { TRIGGERS } from './forced-deregistration/facts.ts'
import { forcedDeregistration } from './forced-deregistration/procedure.ts'
import { registrationRestoration } from './registration-restoration/procedure.ts'

const measures = (article: string) => cite('forced-deregistration-measures', article)
const dayOf = (on: string | undefined): string | null => (on === undefined ? null : formatDate(on))

const authority = { label: '作出决定机关', redaction: 'public', value: ({ bureauName }: Readonly<{ bureauName: string | null }>) => bureauName } as const

type Company = Readonly<{ matter: Readonly<{ subjectName?: string }>; facts: Readonly<{ companyName?: string }> }>

/** A company is public by its registered name. */
const companyOf = ({ matter, facts }: Company): string => matter.subjectName ?? facts.companyName ?? ''

/** The announcement with the contents of article 3, and the way to object. */
const announcement = definePublication(forcedDeregistration, {
  kind: 'forced-announcement', name: '拟强制注销公司登记公告', about: '拟强制注销登记的公司；公告九十日，期内可以提出异议。', basis: measures('第三条'), on: { steps: ['announce'] }, made: 'at-once',
  title: (context) => `拟强制注销${companyOf(context)}登记公告`,
  fields: {
    operator: { label: '公司名称', redaction: 'public', value: (context) => companyOf(context) },
    uscc: { label: '统一社会信用代码或者注册号', redaction: 'public', value: ({ facts }) => facts.uscc ?? null },
    companyAddress: { label: '住所', redaction: 'public', value: ({ facts }) => facts.companyAddress ?? null },
    legalRepresentative: { label: '法定代表人', redaction: 'public', value: ({ facts }) => facts.legalRepresentative ?? null, meaning: '登记的法定代表人；公告内容由实施办法第三条规定' },
    trigger: { label: '法定事由', redaction: 'public', value: ({ facts }) => (facts.trigger === undefined ? null : `${TRIGGERS[facts.trigger]}满三年未申请注销登记（${dayOf(facts.triggeredOn) ?? ''}）`) },
    law: { label: '法律依据', redaction: 'public', value: () => '《中华人民共和国公司法》第二百四十一条、《强制注销公司登记制度实施办法》第二条' },
    opinion: { label: '拟强制注销登记意见', redaction: 'masked-text', value: ({ facts }) => facts.announcementText ?? null },
    announcedOn: { label: '公告日期', redaction: 'public', value: ({ facts }) => dayOf(facts.announcedOn) },
    authority: { ...authority, label: '公告机关' },
    objection: { label: '异议方式', redaction: 'public', value: () => '相关部门、债权人以及其他利害关系人可以在公告期内通过国家企业信用信息公示系统或者以书面形式向本局提出异议，并提供理由和材料' },
  },
  term: () => ({ rules: ['exit.announcement'] }),
})

/** The special mark of article 8. It stands until the registration is restored. */
const deregistered = definePublication(forcedDeregistration, {
  kind: 'forced-deregistration', name: '强制注销公司登记', about: '已被强制注销登记的公司；三年内符合条件的，可以申请恢复登记。', basis: measures('第八条'), on: { outcomes: ['deregistered'] }, made: 'at-once',
  title: (context) => `${companyOf(context)}被强制注销登记`,
  fields: {
    operator: { label: '公司名称', redaction: 'public', value: (context) => companyOf(context) },
    uscc: { label: '统一社会信用代码或者注册号', redaction: 'public', value: ({ facts }) => facts.uscc ?? null },
    documentNo: { label: '决定书文号', redaction: 'public', value: ({ documentNo }) => documentNo('forced-decision') },
    decidedOn: { label: '决定日期', redaction: 'public', value: ({ facts }) => dayOf(facts.decidedOn) },
    deregisteredOn: { label: '特别标注日期', redaction: 'public', value: ({ facts }) => dayOf(facts.deregisteredOn) },
    authority,
    licence: { label: '营业执照', redaction: 'masked-text', value: ({ facts }) => facts.licenceVoidText ?? null },
  },
  term: () => 'standing',
})

const restored = definePublication(registrationRestoration, {
  kind: 'registration-restoration', name: '恢复公司登记', about: '强制注销后恢复登记的公司。', basis: measures('第十四条'), on: { outcomes: ['restored'] }, made: 'at-once', title: (context) => `${context.facts.isNameTaken === true ? '原' : ''}${companyOf(context)}恢复公司登记`,
  fields: {
    operator: { label: '公司名称', redaction: 'public', value: (context) => (context.facts.isNameTaken === true ? '原名称已被他人注册使用，不再恢复' : companyOf(context)) },
    uscc: { label: '统一社会信用代码或者注册号', redaction: 'public', value: ({ facts }) => facts.uscc ?? null },
    documentNo: { label: '决定书文号', redaction: 'public', value: ({ documentNo }) => documentNo('restoration-decision') },
    authority,
    restoredOn: { label: '恢复登记日期', redaction: 'public', value: ({ facts }) => dayOf(facts.restoredOn) },
  },
  term: () => 'standing',
})

export const exitPublications: readonly Publication[] = [announcement, deregistered, restored]

export const exitPublicationEndings: readonly PublicationEnding[] = [
  definePublicationEnding(forcedDeregistration, { kinds: ['forced-announcement'], on: { outcomes: ['objection-upheld', 'not-applicable'] }, why: 'terminated', cite: measures('第五条') }),
  definePublicationEnding(registrationRestoration, {
    kinds: ['forced-deregistration'], on: { outcomes: ['restored'] }, why: 'registration-restored', cite: measures('第十四条'), named: ({ facts }) => (facts.uscc === undefined ? [] : [{ field: 'uscc', value: facts.uscc }]),
  }),
]
