import type { ClickHouseClient } from '@clickhouse/client'
import type { Provider } from '@nestjs/common'
import type { Day } from '@fengsui/domain/time/day'
import type { PrismaClient } from '@fengsui/prisma/metadata'
import type { Office } from '@fengsui/prisma/office/office'
import type { Audit } from '../access/audit.js'
import type { Personas } from '../access/personas.js'
import type { Limits } from '../cases/case-clocks.js'
import type { DataStates } from '../office/data-state.js'
import type { MemberLists } from '../office/member-lists.js'
import { AssessmentBook } from './assessment-book.js'
import { AssessmentService } from './assessment.service.js'
import { RankingService } from './board.service.js'
import { EntriesService } from './entries.service.js'
import { ObjectionsService } from './objections.service.js'
import { OwnUnits } from './own-unit.js'
import { RankingLeaving } from './ranking-leaving.js'
import { Reckoning } from './reckoning.js'
import { AssessmentSteps } from './steps.service.js'
import { UnitService } from './unit.service.js'
import { VersionView } from './version-view.js'

/** What the assessment rests on. */
export interface AssessmentFoundations {
  readonly office: Office
  readonly metadata: PrismaClient
  readonly client: ClickHouseClient
  readonly exportClient: ClickHouseClient
  readonly lists: MemberLists
  readonly states: DataStates
  readonly limits: Limits
  readonly personas: Personas
  readonly audit: Audit
  readonly today: () => Day
}

/** The services of the assessment, made by hand as all others are. */
export function assessmentOn(on: AssessmentFoundations): {
  readonly providers: Provider[]
  readonly leaving: RankingLeaving
} {
  const { office, metadata, client, exportClient, lists, states, limits, personas, audit, today } = on
  const reckoning = new Reckoning(office, client, exportClient, lists)
  const book = new AssessmentBook(metadata)
  const units = new OwnUnits(personas, office)
  const objections = new ObjectionsService(metadata, book, units, audit, today)
  const entries = new EntriesService(metadata, reckoning, audit, today)
  const { calendarKnownUntil } = office
  const assessments = new AssessmentService({
    ...{ reckoning, book, objections, states, limits, calendarKnownUntil, audit, today },
  })
  const view = new VersionView(personas, lists)
  const parts = { assessments, reckoning, book, objections, entries, units, view, states, lists }
  const ranking = new RankingService(parts)
  const providers = [
    { provide: RankingService, useValue: ranking },
    { provide: UnitService, useValue: new UnitService(parts, ranking, audit, today) },
    { provide: AssessmentSteps, useValue: new AssessmentSteps(assessments, objections, entries, book) },
  ]
  return { providers, leaving: new RankingLeaving(parts, ranking, audit) }
}
