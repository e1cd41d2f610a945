import urql from '@urql/vue'
import { createApp } from 'vue'
import App from './App.vue'
import { createClient } from './graphql/client'
import { speak, storedLocale } from './locales/i18n'
import { makeRouter } from './router'
import './ui/base.css'

const locale = storedLocale()
document.documentElement.lang = locale === 'en' ? 'en' : 'zh-CN'

await speak(locale)
createApp(App)
  .use(makeRouter())
  .use(
    urql,
    createClient(() => locale),
  )
  .mount('#app')
