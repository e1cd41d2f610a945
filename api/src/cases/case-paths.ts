import type { ClickHouseClient } from '@clickhouse/client'
import { reasonText } from '@fengsui/etl/contract/reasons'
import type { PrismaClient } from '@fengsui/prisma/metadata'
import type { Text } from '@fengsui/domain/metrics/model'
import { compileSourceRows, compileVersions } from '../query/case-list/compile.js'
import { type Rejection, isRejection } from '../query/rejection.js'
import { runQuery } from '../query/run.js'
import { type Telling, labelOf } from './case-view.js'
import type { CasePath } from './case-path.models.js'

const OUTCOMES: Readonly<Record<string, Text>> = {
  loaded: { zh: '入库', en: 'loaded' },
  duplicate: { zh: '重复', en: 'duplicate' },
  quarantined: { zh: '隔离', en: 'quarantined' },
}

/** The way of a case: the rows of source files that it came from, and the states in which they brought it. */
export class CasePaths {
  constructor(
    private readonly client: ClickHouseClient,
    private readonly metadata: PrismaClient,
  ) {}

  /** @param id of a case that the caller may see; that is not asked here. */
  async of(id: string, telling: Telling, signal: AbortSignal): Promise<Omit<CasePath, 'case'> | Rejection> {
    const { lists, locale, namesFiles } = telling
    const rows = await runQuery(this.client, compileSourceRows(id), signal)
    if (isRejection(rows)) return rows
    const versions = await runQuery(this.client, compileVersions(id), signal)
    if (isRejection(versions)) return versions
    const batches = new Map(
      (
        await this.metadata.batch.findMany({
          where: { id: { in: [...new Set([...rows, ...versions].map(({ batch }) => Number(batch)))] } },
          select: { id: true, fileName: true, finishedAt: true },
        })
      ).map((batch) => [batch.id, batch]),
    )
    const batchOf = (batch: unknown) => batches.get(Number(batch))
    return {
      sourceRows: rows.map(({ batch, row_no, source, source_case_no, outcome, reasons }) => ({
        batch: Number(batch),
        fileName: namesFiles ? (batchOf(batch)?.fileName ?? '') : '',
        loadedAt: batchOf(batch)?.finishedAt ?? null,
        rowNo: Number(row_no),
        source: lists.label('source', String(source), locale),
        caseNo: String(source_case_no),
        outcome: OUTCOMES[String(outcome)]?.[locale] ?? String(outcome),
        reasons: (Array.isArray(reasons) ? reasons : []).map((reason) => reasonText(String(reason), locale)),
      })),
      versions: versions.map((version) => ({
        batch: Number(version.batch),
        loadedAt: batchOf(version.batch)?.finishedAt ?? null,
        state: labelOf(version, 'state', telling),
        result: labelOf(version, 'result', telling),
        department: labelOf(version, 'department', telling),
      })),
    }
  }
}
