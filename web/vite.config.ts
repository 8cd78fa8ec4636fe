import { existsSync } from 'node:fs'
import { env } from 'node:process'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'
import { fieldPwa } from './field/pwa.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const surfaces = ['desk', 'field', 'portal'].filter(surface => existsSync(here(`./${surface}/index.html`)))

/** In development, sends a page address to its surface's shell, as the server does in production. */
function surfaceShells(): Plugin {
  return {
    name: 'surface-shells',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = (request.url ?? '/').split('?')[0] ?? '/'
        const isPage = request.headers.accept?.includes('text/html') === true && !path.includes('.') && !path.startsWith('/@') && !path.startsWith('/api')
        if (isPage) request.url = `/${/^\/(desk|field)(\/|$)/.exec(path)?.[1] ?? 'portal'}/index.html`
        next()
      })
    },
  }
}

export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [react(), surfaceShells(), fieldPwa()],
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // The content policy allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1600,
    rolldownOptions: { input: Object.fromEntries(surfaces.map(surface => [surface, here(`./${surface}/index.html`)])) },
  },
  server: { port: 5173, proxy: { '/api': env['HENGJIAN_API'] ?? 'http://localhost:8080' } },
})
