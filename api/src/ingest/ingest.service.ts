import { listBatches, statusOf } from '@fengsui/etl/run'
import type { Stores } from '@fengsui/etl/stores/open'
import type { Office } from '@fengsui/prisma/office/office'
import { GraphQLError } from 'graphql/index.js'
import type { Locale } from '../office/member-lists.js'
import type { Batch, SourceStatus } from './ingest.models.js'

const MOST_BATCHES = 200

/** Tells what was loaded, from where, and what became of the rows. */
export class IngestService {
  constructor(
    private readonly stores: Stores,
    private readonly office: Office,
  ) {}

  /** One entry per source of the office, loaded or not. */
  async sources(locale: Locale): Promise<SourceStatus[]> {
    const english = new Map(this.office.sources.map(({ id, nameEn }) => [id, nameEn]))
    const sources = await statusOf(this.stores, this.office)
    return sources.map(({ id, name, lastBatch, lastLoadedAt, asOf, rowsIn, quarantined }) => ({
      id,
      name: (locale === 'en' && english.get(id)) || name,
      lastLoadedAt: lastLoadedAt?.toISOString() ?? null,
      lastBatch,
      rows: rowsIn,
      quarantined,
      asOf,
    }))
  }

  /** The newest batches first. @throws GraphQLError BAD_USER_INPUT for a number that no list has. */
  async batches(first: number, locale: Locale): Promise<Batch[]> {
    if (first < 1 || first > MOST_BATCHES) throw badFirst()
    const batches = await listBatches(this.stores, { first, locale })
    return batches.map(({ reasons, startedAt, finishedAt, ...batch }) => ({
      ...batch,
      reasons: [...reasons],
      startedAt: startedAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
    }))
  }
}

const badFirst = (): GraphQLError =>
  new GraphQLError('bad first', {
    extensions: {
      code: 'BAD_USER_INPUT',
      sentence: {
        zh: `一次可列出1至${MOST_BATCHES}个批次。`,
        en: `A list has 1 to ${MOST_BATCHES} batches.`,
      },
    },
  })
