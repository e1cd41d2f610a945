import type { Office } from '@fengsui/prisma/office/office'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Personas } from '../access/personas.js'
import { isRole } from '../access/roles.js'
import type { SignIn } from '../access/sign-in.js'
import { localeOf } from '../graphql/caller.js'
import { type Choosing, choosingPage } from './choosing-page.js'
import { SESSION_COOKIE } from './guard.js'
import { messagePage } from './message-page.js'
import { isOwnOrigin } from './origin.js'
import { REFUSALS, refuse } from './refusal.js'

const MESSAGES = {
  foreign: {
    zh: ['请求已拒绝', REFUSALS.foreignOrigin.text.zh],
    en: ['Refused', REFUSALS.foreignOrigin.text.en],
  },
  used: {
    zh: [
      '链接已失效',
      '登录链接只能用一次，24小时内有效。请重新运行 npm start，或在服务器上运行 npm run link 取得新的登录链接。',
    ],
    en: [
      'This link no longer works',
      'A sign-in link works once, within 24 hours. Start the product again with npm start, or run npm run link on the server, for a new one.',
    ],
  },
  fixed: {
    zh: [
      '不能换角色',
      '只有演示系统可以自己选角色。角色由登录链接指定，需要别的角色时请向管理员要新的链接。',
    ],
    en: [
      'The role is fixed',
      'Only a demonstration lets people choose. The role comes with the sign-in link; ask the administrator for another link.',
    ],
  },
} as const

const isHttps = (request: FastifyRequest): boolean =>
  request.protocol === 'https' || request.headers['x-forwarded-proto'] === 'https'

/** What the two routes of sign-in rest on. */
export interface SignInRoute {
  readonly signIn: SignIn
  readonly personas: Personas
  readonly office: Pick<Office, 'name' | 'nameEn'>
  readonly publicUrl?: string | undefined
}

/**
 * `GET /signin?token=…` turns a one-time link into a session. In a demonstration it shows the page on which one chooses
 * who to be, and uses nothing up; `POST /signin` does, with the page's choice. Without a token both are for somebody
 * who is signed in and changes the persona.
 */
export function addSignIn(
  fastify: FastifyInstance,
  { signIn, personas, office, publicUrl }: SignInRoute,
): void {
  const about = (request: FastifyRequest): Pick<Choosing, 'personas' | 'locale' | 'office'> => {
    const locale = localeOf(request.headers['accept-language'])
    return { personas, locale, office: (locale === 'en' && office.nameEn) || office.name }
  }

  // No HEAD beside it: what looks at a link must not use it up.
  fastify.get('/signin', { exposeHeadRoute: false }, async (request, reply) => {
    const token = only(new URL(request.url, 'http://any').searchParams, 'token')
    if (token === null) {
      const session = await signIn.find(request.cookies[SESSION_COOKIE])
      if (!session) return message(request, reply, 'used')
      if (!session.mayChoose) return message(request, reply, 'fixed')
      const chosen = personas.find(session.persona)
      return html(reply, 200, choosingPage({ ...about(request), token, chosen }))
    }
    if (!(await signIn.mayChoose())) return enter(request, reply, await signIn.useLink(token))
    const persona = await signIn.lookAtLink(token)
    if (persona === null) return message(request, reply, 'used')
    const chosen = personas.find(persona)
    return html(reply, 200, choosingPage({ ...about(request), token, chosen }))
  })

  fastify.post('/signin', async (request, reply) => {
    if (!isOwnOrigin(request, publicUrl)) return message(request, reply, 'foreign')
    if (!(request.body instanceof URLSearchParams)) return refuse(request, reply, REFUSALS.mediaType)
    if (!(await signIn.mayChoose())) return message(request, reply, 'fixed')
    const token = only(request.body, 'token')
    const session = token === null ? await signIn.find(request.cookies[SESSION_COOKIE]) : null
    if (token === null ? session === null : (await signIn.lookAtLink(token)) === null)
      return message(request, reply, 'used')
    const id = personaOf(request.body)
    if (!personas.find(id))
      return html(reply, 400, choosingPage({ ...about(request), token, chosen: null, wrong: true }))
    return enter(
      request,
      reply,
      await (session ? signIn.change(session, id) : signIn.useLink(token ?? '', id)),
    )
  })
}

/** A field that was given once; null for one that is missing, empty or repeated. */
function only(fields: URLSearchParams, name: string): string | null {
  const [value, ...more] = fields.getAll(name)
  return value === undefined || value === '' || more.length > 0 ? null : value
}

/** What the choosing page posts: `role`, and under the role's name its unit. */
function personaOf(fields: URLSearchParams): string {
  const role = only(fields, 'role') ?? ''
  if (!isRole(role)) return ''
  const unit = only(fields, role)
  return unit === null ? role : `${role}:${unit}`
}

function enter(request: FastifyRequest, reply: FastifyReply, id: string | null) {
  if (id === null) return message(request, reply, 'used')
  const cookie = { path: '/', httpOnly: true, sameSite: 'strict', secure: isHttps(request) } as const
  return reply.header('cache-control', 'no-store').setCookie(SESSION_COOKIE, id, cookie).redirect('/', 303)
}

function message(request: FastifyRequest, reply: FastifyReply, what: keyof typeof MESSAGES) {
  const locale = localeOf(request.headers['accept-language'])
  const [title, sentence] = MESSAGES[what][locale]
  return html(reply, 403, messagePage(title, sentence, locale))
}

const html = (reply: FastifyReply, status: number, page: string) =>
  reply
    .code(status)
    // Without any referrer a browser would not say either from where the form is posted.
    .headers({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' })
    .type('text/html; charset=utf-8')
    .send(page)
