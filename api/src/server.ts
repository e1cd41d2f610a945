import 'reflect-metadata'
import { randomUUID } from 'node:crypto'
import { constants } from 'node:zlib'
import fastifyCompress from '@fastify/compress'
import fastifyCookie from '@fastify/cookie'
import type { Stores } from '@fengsui/etl/stores/open'
import { CLICK, EXPORT } from '@fengsui/etl/warehouse/limits'
import type { Office } from '@fengsui/prisma/office/office'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import type { FastifyInstance } from 'fastify'
import { Personas, type PersonaId } from './access/personas.js'
import { SignIn } from './access/sign-in.js'
import { AppModule } from './app.module.js'
import type { Config } from './config.js'
import { addExports } from './exports/exports-route.js'
import { ExportsService } from './exports/exports.service.js'
import { addressOf, signInAddress } from './http/address.js'
import { addBodies } from './http/bodies.js'
import { guardGraphql } from './http/guard.js'
import { addSecurityHeaders } from './http/headers.js'
import { addMapRoutes } from './http/map-routes.js'
import { addHealth } from './http/health.js'
import { addPages } from './http/pages.js'
import { addErrorHandler } from './http/refusal.js'
import { putFolderMaps } from './maps/folder-maps.js'
import { MapsService } from './maps/maps.service.js'
import { BackfillRunner } from './flags/backfill-runner.js'
import { FlagKeeper } from './flags/keeper.js'
import { Screener } from './flags/screener.js'
import { addSignIn } from './http/sign-in-route.js'

const LARGEST_BODY = 64 * 1024
const SMALLEST_COMPRESSED = 1024
/** Two whole overviews a second, for a minute. */
const FIELDS_PER_MINUTE = 1200

export interface ServerOptions {
  readonly config: Pick<Config, 'port' | 'host' | 'dev'> & Partial<Pick<Config, 'publicUrl'>>
  /** Open stores; they stay open when the server closes. */
  readonly stores: Stores
  readonly office: Office
  /** Takes lines for the operator's log. */
  readonly log?: (line: string) => void
  /** Costly fields that one session may ask for in a minute, where that is not 1,200. */
  readonly fieldsPerMinute?: number
  /** Folder of the built page, where it is not the project's own. */
  readonly web?: string
}

export interface Server {
  /** Where it listens, e.g. `http://127.0.0.1:3000`. */
  readonly url: string
  /**
   * A new address that signs in once, within 24 hours; in a demonstration its holder may choose another persona.
   *
   * @throws Error for a persona that does not exist.
   */
  signInLink(persona?: PersonaId): Promise<string>
  /** Puts the maps of the office's folder in place, those that never were. @throws when a store does not answer. */
  putFolderMaps(): Promise<void>
  /** Screens the data now and after each load (研判), in the background, until the server closes. */
  watchFlags(): void
  /** Ends all connections and the server's own way to the warehouse. */
  close(): Promise<void>
}

/** Leaves the errors to us: the framework would answer them in its own words. */
class Adapter extends FastifyAdapter {
  override setErrorHandler() {
    return this.getInstance<FastifyInstance>()
  }
}

/**
 * Starts what the browser talks to: page, API, sign-in and health on one port.
 *
 * @throws the system's error when the port cannot be had (`EADDRINUSE`, `EACCES`).
 */
export async function startServer({
  config,
  stores,
  office,
  log = () => undefined,
  fieldsPerMinute = FIELDS_PER_MINUTE,
  web,
}: ServerOptions): Promise<Server> {
  const warehouse = stores.warehouse(CLICK)
  const exporting = stores.warehouse(EXPORT)
  const { metadata } = stores
  const adapter = new Adapter({
    bodyLimit: LARGEST_BODY,
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
  })
  const foundations = {
    office,
    stores,
    client: warehouse.client,
    exportClient: exporting.client,
    dev: config.dev,
    fieldsPerMinute,
    log,
  }
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(foundations), adapter, {
    logger: false,
    abortOnError: false,
    bodyParser: false,
  })
  const signIn = app.get(SignIn)
  const fastify: FastifyInstance = adapter.getInstance()
  await fastify.register(fastifyCookie)
  await fastify.register(fastifyCompress, {
    threshold: SMALLEST_COMPRESSED,
    encodings: ['br', 'gzip'],
    // Brotli's own choice is for files compressed once; answers are made while somebody waits.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  })
  addErrorHandler(fastify, log)
  addBodies(fastify)
  addSecurityHeaders(fastify)
  guardGraphql(fastify, signIn, config.publicUrl)
  addSignIn(fastify, { signIn, personas: app.get(Personas), office, publicUrl: config.publicUrl })
  const maps = app.get(MapsService)
  addMapRoutes(fastify, { signIn, maps, publicUrl: config.publicUrl })
  const exported = app.get(ExportsService)
  const [screener, keeper, runner] = [app.get(Screener), app.get(FlagKeeper), app.get(BackfillRunner)]
  addExports(fastify, { service: exported, signIn, publicUrl: config.publicUrl })
  addHealth(fastify, warehouse.client, metadata)
  await addPages(fastify, web)
  const close = async (): Promise<void> => {
    await app.close()
    await runner.close()
    await screener.close()
    await keeper.close()
    await exported.close()
    await Promise.all([warehouse.close(), exporting.close()])
  }
  try {
    await app.listen(config.port, config.host)
  } catch (error) {
    await close()
    throw error
  }
  const url = addressOf(config.host, portOf(fastify))
  const base = config.publicUrl ?? url
  const signInLink = async (persona: PersonaId = 'office'): Promise<string> => {
    const token = await signIn.makeLink(persona)
    if (token === null) throw new Error(`there is no persona ${persona}`)
    return signInAddress(base, token)
  }
  return {
    ...{ url, close, signInLink },
    watchFlags: () => {
      keeper.start()
      runner.start()
    },
    putFolderMaps: () => putFolderMaps(office, maps, log),
  }
}

function portOf(fastify: FastifyInstance): number {
  const address = fastify.server.address()
  return typeof address === 'object' && address ? address.port : 0
}
