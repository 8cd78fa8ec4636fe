import { z } from 'zod'
import { listDistrictCodes, loadDistrict } from '../../../districts/load-district.ts'
import { seedDistrict } from '../../engines/register/district.ts'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import type { HttpApp } from '../../platform/http/http-app.ts'
import { inTransaction } from '../../platform/session/deps.ts'
import { createFirstAdministrators, forgetSetupCode, isSetupCode, judgeAdministrators } from '../../platform/session/first-administrators.ts'
import type { FirstAdministrator } from '../../platform/session/first-administrators.ts'
import { ADMINISTRATOR_ROLES } from '../../platform/session/grant-rules.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Services } from '../services.ts'

const SET_UP = z.object({
  setupCode: z.string().max(32).describe('设置码'),
  districtCode: z.string().regex(/^\d{6}$/).describe('行政区划代码'),
  administrators: z.array(z.object({
    role: z.enum(ADMINISTRATOR_ROLES).describe('岗位'),
    login: z.string().trim().regex(/^[A-Za-z][A-Za-z0-9._-]{2,31}$/).describe('登录名（3至32位字母、数字，以字母开头）'),
    name: z.string().trim().min(2).max(30).describe('姓名'),
    password: z.string().max(128).describe('密码'),
  })).describe('管理员'),
})

const SET_UP_LIMIT = { max: 10, timeWindow: 600_000 }

/** The first page of an empty installation: it names the district and creates the three administrators. */
export function registerSetupRoutes(app: HttpApp, services: Services): void {
  app.get('/api/session/setup', { schema: { tags: ['session'] }, config: { isPublic: true } }, async () => ({
    isEmpty: await isWithoutAccounts(services), districts: listDistrictCodes(),
  }))

  app.post('/api/session/setup', { schema: { tags: ['session'], body: SET_UP }, config: { isPublic: true, rateLimit: SET_UP_LIMIT } }, async (request, reply) => {
    const answer = await setUp(services, request.body)
    return isRefusal(answer) ? reply.send(answer) : reply.code(201).send({ isEmpty: false })
  })
}

export async function isWithoutAccounts({ pools }: Pick<Services, 'pools'>): Promise<boolean> {
  const { rowCount } = await pools.owner.query('SELECT FROM account LIMIT 1')
  return rowCount === 0
}

type SetUp = Readonly<{ setupCode: string; districtCode: string; administrators: readonly FirstAdministrator[] }>

async function setUp(services: Services, { setupCode, districtCode, administrators }: SetUp): Promise<null | Refusal> {
  if (!(await isWithoutAccounts(services))) return ALREADY
  if (!isSetupCode(services.dataFolder, setupCode)) return refuse({ code: 'setup.code-wrong', says: '设置码不正确。', do: '请在运行本系统的控制台上查看设置码。' })
  if (!listDistrictCodes().includes(districtCode)) {
    return refuse({ code: 'setup.district-unknown', says: `没有区划代码为${districtCode}的区县数据。`, do: `请填写已有数据的区划代码：${listDistrictCodes().join('、')}；其他区县请先准备数据文件夹。` })
  }
  const refusal = judgeAdministrators(administrators)
  if (refusal !== null) return refusal
  const district = loadDistrict(districtCode)
  const done = await inTransaction(services.pools.owner, async (client) => {
    await client.query('LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE')
    const { rowCount } = await client.query('SELECT FROM account LIMIT 1')
    if (rowCount !== 0) return ALREADY
    await seedDistrict(client, district)
    await createFirstAdministrators(client, services.session, { district: district.code, officeId: district.offices[0]?.id ?? '', people: administrators })
    return null
  })
  if (done !== null) return done
  forgetSetupCode(services.dataFolder)
  await services.reloadDistrict()
  return null
}

const ALREADY = refuse({ code: 'setup.done', says: '初始设置已经完成。', do: '请用已有账号登录。' })
