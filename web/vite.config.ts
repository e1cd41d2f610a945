import vue from '@vitejs/plugin-vue'
import { defaultClientConditions, defineConfig } from 'vite'
import { compression } from 'vite-plugin-compression2'

export default defineConfig({
  // What the server sends to browsers that take it, made once: see `preCompressed` in its pages.
  plugins: [vue(), compression({ algorithms: ['brotliCompress', 'gzip'], threshold: 1024 })],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  define: { __VUE_I18N_LEGACY_API__: 'false' },
  build: { target: 'es2022', chunkSizeWarningLimit: 1000 },
  // The session's cookie belongs to the host: the page is served where the sign-in link leads.
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(
      ['/graphql', '/signin', '/exports'].map((path) => [
        path,
        `http://127.0.0.1:${process.env.PORT ?? 3000}`,
      ]),
    ),
  },
})
