import type { Page } from 'playwright-core'

export type ReceiptKey = Readonly<{ receiptNo: string; code: string }>

export type Complaint = Readonly<{
  category: string; content: string; purchasedOn: string; harmKnownOn: string; amount: string; demand: string; person: Readonly<{ name: string; phone: string }>
  photo: Readonly<{ name: string; mimeType: string; buffer: Buffer }>
}>

/** From the home page to the published file of a firm. */
export async function lookUpFirm(page: Page, words: string, name: string): Promise<void> {
  await page.goto('/')
  await page.getByRole('searchbox', { name: '查企业' }).fill(words)
  await page.getByRole('button', { name: '查询' }).click()
  await page.getByRole('main').getByRole('link', { name }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** Fills in the five steps of the complaint form, which is open at the first with the firm chosen. Does not submit. */
export async function fillComplaint(page: Page, complaint: Complaint, onStep: (step: number) => Promise<void> = async () => undefined): Promise<void> {
  await atStep(page, 1)
  await page.getByText('您选择的商家').waitFor()
  await onStep(1)
  await goOn(page, 2)
  await page.getByLabel('属于哪一类').selectOption({ label: complaint.category })
  await page.getByLabel('事情的经过').fill(complaint.content)
  await onStep(2)
  await goOn(page, 3)
  await page.getByLabel('哪天买的').fill(complaint.purchasedOn)
  await page.getByLabel('哪天发现问题的').fill(complaint.harmKnownOn)
  await page.getByLabel('花了多少钱（元）').fill(complaint.amount)
  await page.getByLabel('您希望怎样解决').fill(complaint.demand)
  await page.getByRole('radio', { name: '同意', exact: true }).check()
  await onStep(3)
  await goOn(page, 4)
  await page.getByLabel('拍照或选择文件').setInputFiles(complaint.photo)
  await page.getByRole('listitem').filter({ hasText: complaint.photo.name.replace(/\.\w+$/, '') }).waitFor()
  await onStep(4)
  await goOn(page, 5)
  await page.getByLabel('您的姓名').fill(complaint.person.name)
  await page.getByLabel('您的电话').fill(complaint.person.phone)
  await page.getByRole('checkbox', { name: /我确认以上内容真实/ }).check()
  await onStep(5)
}

/** Submits the form that is filled in; answers what the receipt shows. */
export async function submitForReceipt(page: Page): Promise<ReceiptKey> {
  await page.getByRole('button', { name: /^提交/ }).click()
  await page.getByRole('heading', { level: 1, name: /请保存登记编号和查询码/ }).waitFor()
  const card = page.getByRole('region', { name: '回执' })
  const [receiptNo = '', code = ''] = await card.getByRole('definition').allInnerTexts()
  return { receiptNo: receiptNo.trim(), code: code.trim() }
}

/** Types number and code into the tracking page, on a device that remembers neither. */
export async function track(page: Page, key: ReceiptKey): Promise<void> {
  await page.goto('/track')
  const another = page.getByRole('button', { name: '查另一件' })
  const form = page.getByLabel('查询码')
  await another.or(form).first().waitFor()
  if (await another.isVisible()) await another.click()
  await page.getByLabel('登记编号').fill(key.receiptNo)
  await page.getByLabel('查询码').fill(key.code)
  await page.getByRole('main').getByRole('button', { name: '查进度' }).click()
}

async function goOn(page: Page, step: number): Promise<void> {
  await page.getByRole('button', { name: '下一步' }).click()
  await atStep(page, step)
}

async function atStep(page: Page, step: number): Promise<void> {
  await page.getByText(`第${step}步，共5步`).waitFor()
}
