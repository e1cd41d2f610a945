import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [vue()],
  define: { __VUE_I18N_LEGACY_API__: 'false' },
  build: { target: 'es2022', chunkSizeWarningLimit: 1000 },
  server: { proxy: { '/graphql': process.env.API_URL ?? 'http://127.0.0.1:3000' } },
})
