import type { Text } from '@fengsui/domain/metrics/model'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { localeOf } from '../graphql/caller.js'
import { NOT_MANAGER } from '../access/demand.js'
import { BadBody } from './bodies.js'

/** Why a request did not get as far as the API. The shape is that of GraphQL errors, which the page can read. */
export interface Refusal {
  readonly status: number
  readonly code: string
  readonly text: Text
}

export const REFUSALS = {
  signInFirst: {
    status: 401,
    code: 'UNAUTHENTICATED',
    text: {
      zh: '请先登录：用一次性登录链接打开本系统（重新运行 npm start，或在服务器上运行 npm run link 取得）。',
      en: 'Sign in first: open the product by a one-time link (start it again with npm start, or run npm run link on the server).',
    },
  },
  foreignOrigin: {
    status: 403,
    code: 'FORBIDDEN_ORIGIN',
    text: {
      zh: '请求来自别的网站，已拒绝。请从本系统的页面操作；经代理访问时，管理员应设置 FENGSUI_URL。',
      en: 'The request comes from another site and is refused. Behind a proxy the administrator sets FENGSUI_URL.',
    },
  },
  method: {
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
    text: { zh: '本接口只接受 POST 请求。', en: 'Only POST is answered here.' },
  },
  mediaType: {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    text: { zh: '请求正文的类型不被接受。', en: 'Bodies of this type are not read here.' },
  },
  badBody: {
    status: 400,
    code: 'BAD_REQUEST',
    text: {
      zh: '请求正文无法读取：应为 UTF-8 编码的 JSON 对象，且不含控制字符。',
      en: 'The body cannot be read: a JSON object in UTF-8 is expected, without control characters.',
    },
  },
  badQuestion: {
    status: 400,
    code: 'BAD_REQUEST',
    text: {
      zh: '请求格式有误：应为一个 GraphQL 查询（query、variables、operationName）。',
      en: 'One GraphQL request is expected: query, variables, operationName.',
    },
  },
  tooLarge: {
    status: 413,
    code: 'TOO_LARGE',
    text: { zh: '请求正文超过 64 KB。', en: 'The body is larger than 64 KB.' },
  },
  mapTooLarge: {
    status: 413,
    code: 'TOO_LARGE',
    text: {
      zh: '边界文件超过16兆字节，请先抽稀或拆分。',
      en: 'The boundary file is larger than 16 MB; simplify or split it.',
    },
  },
  noGeoJson: {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    text: {
      zh: '边界文件应以 application/geo+json 类型上传。',
      en: 'A boundary file is sent as application/geo+json.',
    },
  },
  noMap: {
    status: 404,
    code: 'NOT_FOUND',
    text: { zh: '没有这幅地图。', en: 'There is no such map.' },
  },
  notManager: { status: 403, code: 'FORBIDDEN', text: NOT_MANAGER },
  badRequest: {
    status: 400,
    code: 'BAD_REQUEST',
    text: { zh: '请求无效。', en: 'The request is not valid.' },
  },
  fault: {
    status: 500,
    code: 'INTERNAL_SERVER_ERROR',
    text: {
      zh: '服务器出错，请稍后重试；如需帮助，请把编号告诉管理员。',
      en: 'Something went wrong on the server. Try again later, or tell the administrator the number.',
    },
  },
} as const satisfies Record<string, Refusal>

/** Answers a request with a refusal in the caller's language and the request's number. */
export const refuse = (request: FastifyRequest, reply: FastifyReply, { status, code, text }: Refusal) =>
  reply.code(status).send({
    errors: [
      {
        message: text[localeOf(request.headers['accept-language'])],
        extensions: { code, requestId: request.id },
      },
    ],
  })

/** Says what goes wrong outside of GraphQL without any text of a library; faults of ours go to the log. */
export function addErrorHandler(fastify: FastifyInstance, log: (line: string) => void): void {
  fastify.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalOf(error)
    if (refusal === REFUSALS.fault) log(`request ${request.id} failed: ${error.stack ?? error.message}`)
    return refuse(request, reply, refusal)
  })
}

function refusalOf(error: FastifyError): Refusal {
  if (error instanceof BadBody) return REFUSALS.badBody
  const status = error.statusCode ?? 500
  if (status === 413) return REFUSALS.tooLarge
  if (status === 415) return REFUSALS.mediaType
  return status < 500 ? REFUSALS.badRequest : REFUSALS.fault
}
