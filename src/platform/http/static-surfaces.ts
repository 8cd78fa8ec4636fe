import { existsSync, statSync } from 'node:fs'
import { join, normalize } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply } from 'fastify'
import type { HttpApp } from './http-app.ts'

const SURFACES: readonly (readonly [prefix: string, page: string])[] = [
  ['/desk', 'desk/index.html'],
  ['/field', 'field/index.html'],
  ['', 'portal/index.html'],
]

const NOT_BUILT = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>衡鉴</title><p>界面尚未构建。请用 npm start 或 npm run demo 启动，启动时会自动构建。</p></html>'

/**
 * Serves the built surfaces: a file when there is one, else the page of the surface, whose router reads the address.
 * Built assets carry a hash in their names and are kept for a year; pages and service workers are always asked again.
 */
export async function serveSurfaces(app: HttpApp, webFolder: string): Promise<void> {
  await app.register(fastifyStatic, { root: webFolder, serve: false, cacheControl: false })
  app.get('/*', { schema: { hide: true }, logLevel: 'warn' }, (request, reply) => {
    const path = pathOf(request.url)
    if (path === '/api' || path.startsWith('/api/')) return reply.callNotFound()
    if (isFile(webFolder, path)) return sendFile(reply, path)
    // The ending of a file begins with a letter; '4.2a' in an address is the number of a task.
    if (/\.[a-z][a-z0-9]*$/i.test(path)) return reply.callNotFound()
    const page = SURFACES.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`))?.[1] ?? 'portal/index.html'
    if (!isFile(webFolder, page)) return reply.code(503).type('text/html; charset=utf-8').send(NOT_BUILT)
    return reply.header('cache-control', 'no-cache').sendFile(page)
  })
}

function sendFile(reply: FastifyReply, path: string): FastifyReply {
  const isHashed = path.startsWith('/assets/')
  reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
  if (path.endsWith('/sw.js')) reply.header('service-worker-allowed', '/field')
  return reply.sendFile(path.slice(1))
}

function pathOf(url: string): string {
  const path = url.split('?', 1)[0] ?? '/'
  try {
    return normalize(decodeURIComponent(path))
  } catch {
    return path
  }
}

function isFile(folder: string, path: string): boolean {
  const file = join(folder, path)
  return file.startsWith(folder) && existsSync(file) && statSync(file).isFile()
}
