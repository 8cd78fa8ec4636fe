import { readFileSync } from 'node:fs'
import type { Plugin, PluginOption } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const ICON_SIZES = [192, 512] as const
const ICON_FOLDER = new URL('./icons/', import.meta.url)

const manifest = {
  id: '/field/', name: '衡鉴 · 移动执法', short_name: '移动执法', lang: 'zh-CN', dir: 'ltr', start_url: '/field/', scope: '/field', display: 'standalone', orientation: 'portrait',
  background_color: '#f5f7fa', theme_color: '#0b4a9e', description: '现场检查任务，离线可用。',
  icons: [
    ...ICON_SIZES.map((size) => ({ src: `/field/icons/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose: 'any' })),
    { src: '/field/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
} as const

// The browser wakes the worker when the network is back; the pages of the app, which know whose work it is, send it.
const WAKE_ON_SYNC = `self.addEventListener('sync', (event) => {
  if (event.tag !== 'field-outbox') return
  event.waitUntil(self.clients.matchAll({ includeUncontrolled: true }).then((pages) => { for (const page of pages) page.postMessage(event.tag) }))
})
`

/** The build plugins that make /field installable and let it open without a network. They touch no other surface. */
export function fieldPwa(): PluginOption[] {
  const shell = new Set<string>()
  return [
    fieldManifest(),
    shellFiles(shell),
    VitePWA({
      strategies: 'generateSW',
      registerType: 'autoUpdate',
      injectRegister: false,
      manifest: false,
      filename: 'field/sw.js',
      scope: '/field',
      workbox: {
        globPatterns: ['assets/*.{js,css}', 'field/index.html', 'field/manifest.webmanifest', 'field/icons/*.png'],
        modifyURLPrefix: { '': '/' },
        manifestTransforms: [(entries) => ({ manifest: entries.filter(({ url }) => !url.startsWith('/assets/') || shell.has(url.slice(1))), warnings: [] })],
        navigateFallback: '/field/index.html',
        navigateFallbackAllowlist: [/^\/field(?:\/|$)/],
        // Names of built assets carry their hash.
        dontCacheBustURLsMatching: /^\/?assets\//,
        runtimeCaching: [{
          urlPattern: /\/assets\/[^/]+\.woff2$/,
          handler: 'CacheFirst',
          options: { cacheName: 'field-fonts', expiration: { maxEntries: 160 } },
        }],
        inlineWorkboxRuntime: true,
        importScripts: ['/field/sync.js'],
        cleanupOutdatedCaches: true,
        clientsClaim: true,
        skipWaiting: true,
        sourcemap: false,
      },
    }),
  ]
}

function fieldManifest(): Plugin {
  return {
    name: 'field-manifest',
    apply: 'build',
    transformIndexHtml(html, { path }) {
      if (!path.endsWith('field/index.html')) return html
      const link = (attrs: Readonly<Record<string, string>>) => ({ tag: 'link', attrs, injectTo: 'head' as const })
      return {
        html,
        tags: [
          link({ rel: 'manifest', href: '/field/manifest.webmanifest' }),
          link({ rel: 'icon', type: 'image/png', href: '/field/icons/icon-192.png' }),
          link({ rel: 'apple-touch-icon', href: '/field/icons/icon-192.png' }),
        ],
      }
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'field/manifest.webmanifest', source: JSON.stringify(manifest) })
      this.emitFile({ type: 'asset', fileName: 'field/sync.js', source: WAKE_ON_SYNC })
      for (const name of [...ICON_SIZES.map((size) => `icon-${size}.png`), 'icon-maskable-512.png']) {
        this.emitFile({ type: 'asset', fileName: `field/icons/${name}`, source: readFileSync(new URL(name, ICON_FOLDER)) })
      }
    },
  }
}

/** Collects what the field's page loads, so that the service worker does not fetch the other surfaces' code. */
function shellFiles(shell: Set<string>): Plugin {
  return {
    name: 'field-shell-files',
    apply: 'build',
    generateBundle(_options, bundle) {
      const add = (fileName: string): void => {
        const part = bundle[fileName]
        if (shell.has(fileName) || part === undefined) return
        shell.add(fileName)
        if (part.type !== 'chunk') return
        for (const css of part.viteMetadata?.importedCss ?? []) shell.add(css)
        for (const imported of [...part.imports, ...part.dynamicImports]) add(imported)
      }
      for (const part of Object.values(bundle)) {
        if (part.type === 'chunk' && part.isEntry && part.facadeModuleId?.endsWith('/field/index.html') === true) add(part.fileName)
      }
    },
  }
}
