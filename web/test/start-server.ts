import { startServer } from './server'

/** One server with the demo for all specs; its addresses travel to the workers in the environment. */
export default async function start(): Promise<() => Promise<void>> {
  const server = await startServer({ FENGSUI_DEMO: 'on' })
  process.env.WEB_TEST_URL = server.url
  process.env.WEB_TEST_LINK = server.link
  return server.stop
}
