import swagger from '@fastify/swagger'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import type { HttpApp } from './http-app.ts'

/** Collects the schemas of all routes mounted afterwards and serves them as OpenAPI 3.1 at /api/openapi.json. */
export async function describeApi(app: HttpApp): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '衡鉴 Hengjian',
        version: '1',
        description: '区级市场监督管理系统接口。除 /api/portal 外均须登录；写操作须在请求头 x-csrf-token 中带上 GET /api/session 给出的 csrf。',
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'hengjian_session' } } },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
  })
  app.get('/api/openapi.json', { schema: { hide: true }, config: { isPublic: true, rateLimit: { max: 60, timeWindow: 60_000 } } }, () => app.swagger())
}
