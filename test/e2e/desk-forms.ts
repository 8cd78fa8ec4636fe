import type { Locator, Page } from 'playwright-core'

/** What is entered under one label: text, a date, yes or no, one choice, several choices or people, rows of a list. */
export type Answer = string | boolean | readonly string[] | readonly Answers[]
export type Answers = Readonly<{ [label: string]: Answer }>

/** Fills a form of the desk by the labels of its fields. */
export async function fillForm(page: Page, form: Locator, answers: Answers): Promise<void> {
  for (const [label, answer] of Object.entries(answers)) {
    const field = form.locator('.ant-form-item').filter({ has: page.locator('.ant-form-item-label label').getByText(label, { exact: true }) })
    await fillControl(page, field, answer)
  }
}

async function fillControl(page: Page, field: Locator, answer: Answer): Promise<void> {
  if (typeof answer === 'boolean') return field.getByRole('radio', { name: answer ? '是' : '否', exact: true }).check()
  if (typeof answer === 'string') return fillOne(page, field, answer)
  if (answer.every((each) => typeof each === 'string') && await isPicked(field)) return pick(page, field, answer)
  for (const [index, each] of answer.entries()) {
    if (typeof each !== 'string') await fillRow(page, field, index, each)
    else await field.getByRole('checkbox', { name: each, exact: true }).check()
  }
}

async function fillOne(page: Page, field: Locator, answer: string): Promise<void> {
  if (await isPicked(field)) return pick(page, field, [answer])
  if (await field.getByRole('radio').count() > 0) return field.getByRole('radio', { name: answer, exact: true }).check()
  await field.locator('input, textarea').first().fill(answer)
}

/** From a list that is searched by typing; chosen with the keyboard, since the list moves while it opens. */
async function pick(page: Page, field: Locator, names: readonly string[]): Promise<void> {
  const box = field.getByRole('combobox')
  await box.click()
  for (const name of names) {
    await box.fill(name)
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: name }).first().waitFor()
    await box.press('Enter')
    await field.getByText(name).filter({ visible: true }).first().waitFor()
  }
  await box.blur()
}

async function fillRow(page: Page, field: Locator, index: number, row: Answers): Promise<void> {
  await field.getByRole('button', { name: '添加一行' }).click()
  const entry = field.locator('.entry').nth(index)
  for (const [label, answer] of Object.entries(row)) {
    await fillControl(page, entry.locator('.entry-cell').filter({ has: page.locator('label').filter({ hasText: new RegExp(`^${RegExp.escape(label)}(（选填）)?$`) }) }), answer)
  }
}

async function isPicked(field: Locator): Promise<boolean> {
  return await field.locator('.ant-select').count() > 0
}
