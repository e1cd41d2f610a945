import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { SignIn } from '../access/sign-in.js'
import { SESSION_COOKIE } from './guard.js'
import { messagePage } from './message-page.js'

const isHttps = (request: FastifyRequest): boolean =>
  request.protocol === 'https' || request.headers['x-forwarded-proto'] === 'https'

/** `GET /signin?token=…`: turns a one-time link into a session. */
export function addSignIn(fastify: FastifyInstance, signIn: SignIn): void {
  fastify.get<{ Querystring: { token?: string | string[] } }>('/signin', async (request, reply) => {
    const { token } = request.query
    const id = typeof token === 'string' ? await signIn.useLink(token) : null
    void reply.header('cache-control', 'no-store')
    if (id === null) {
      const sentence =
        '登录链接只能用一次，24小时内有效。请重新运行 npm start，或在服务器上运行 npm run link 取得新的登录链接。'
      return reply.code(403).type('text/html; charset=utf-8').send(messagePage('链接已失效', sentence))
    }
    const cookie = { path: '/', httpOnly: true, sameSite: 'strict', secure: isHttps(request) } as const
    return reply.setCookie(SESSION_COOKIE, id, cookie).redirect('/', 303)
  })
}
