import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo'
import { type DynamicModule, Module, type Provider } from '@nestjs/common'
import { GraphQLModule } from '@nestjs/graphql'
import type { Office } from '@fengsui/prisma/office/office'
import type { ClickHouseClient } from '@clickhouse/client'
import type { Stores } from '@fengsui/etl/stores/open'
import { todayIn } from '@fengsui/etl/run'
import { Audit } from './access/audit.js'
import { isDemonstration } from './access/demonstration.js'
import { Personas } from './access/personas.js'
import { SignIn } from './access/sign-in.js'
import { ViewerService } from './access/viewer.service.js'
import { AnnotationsService } from './annotations/annotations.service.js'
import { ArrivalWatch } from './arrivals/arrival-watch.js'
import { assessmentOn } from './assessment/assessment.parts.js'
import { BasketService } from './basket/basket.service.js'
import { limitsOf } from './cases/case-clocks.js'
import { CasePaths } from './cases/case-paths.js'
import { CasesService } from './cases/cases.service.js'
import { ClosingTimesService } from './closing-times/closing-times.service.js'
import { ContrastService } from './contrast/contrast.service.js'
import { ActionsLeaving } from './deadlines/actions-leaving.js'
import { ActionsService } from './deadlines/actions.service.js'
import { BoardService } from './deadlines/board.service.js'
import { SupervisionService } from './deadlines/supervision.service.js'
import { ClusterMap } from './flags/cluster-map.js'
import { FlagCases } from './flags/flag-cases.js'
import { FlagLife } from './flags/flag-life.js'
import { FlagsService } from './flags/flags.service.js'
import { BackfillRunner } from './flags/backfill-runner.js'
import { FlagKeeper } from './flags/keeper.js'
import { RunsService } from './flags/runs.service.js'
import { Screener } from './flags/screener.js'
import { ScreeningsService } from './flags/screenings.service.js'
import { errorPlugin, formatError } from './graphql/errors.js'
import { limitPlugin } from './graphql/limit-plugin.js'
import { MOST_TOKENS, limitDocument } from './graphql/limits.js'
import { Rate } from './graphql/rate.js'
import { refuseUnstorableTexts } from './graphql/storable-texts.js'
import { callerOf } from './http/guard.js'
import { IngestService } from './ingest/ingest.service.js'
import { Levels } from './maps/levels.js'
import { MapStore } from './maps/map-store.js'
import { MapsService } from './maps/maps.service.js'
import { Answers } from './metrics/answers.js'
import { MetricsService } from './metrics/metrics.service.js'
import { ExportsService } from './exports/exports.service.js'
import { Jobs } from './exports/jobs.js'
import { ListPapers } from './exports/list-papers.js'
import { Papers } from './exports/papers.js'
import { Press } from './exports/press.js'
import { DataStates } from './office/data-state.js'
import { Reader } from './metrics/reader.js'
import { MemberLists } from './office/member-lists.js'
import { AnswerBook } from './provenance/answer-book.js'
import { OfficeService } from './office/office.service.js'
import { ProvenanceService } from './provenance/provenance.service.js'
import { RESOLVERS } from './resolvers.js'
import { RewardsService } from './rewards/rewards.service.js'
import { ViewsService } from './views/views.service.js'

/** What the module is built on. */
export interface Foundations {
  readonly office: Office
  readonly stores: Stores
  /** Reads only, with a click's limits. */
  readonly client: ClickHouseClient
  /** The same with the limits of a file: clicks go before it. */
  readonly exportClient: ClickHouseClient
  readonly dev: boolean
  /** Costly fields that one session may ask for in a minute. */
  readonly fieldsPerMinute: number
  readonly log: (line: string) => void
}

@Module({})
export class AppModule {
  static on(foundations: Foundations): DynamicModule {
    const rate = new Rate(foundations.fieldsPerMinute)
    return {
      module: AppModule,
      imports: [graphql(foundations, rate)],
      providers: [...providers(foundations, rate), ...RESOLVERS],
    }
  }
}

/** The services, made by hand: what each rests on is read here, and nowhere else. */
function providers({ office, stores, client, exportClient, log }: Foundations, rate: Rate): Provider[] {
  const { metadata } = stores
  const lists = new MemberLists(office)
  const states = new DataStates(metadata, client, office, log)
  const audit = new Audit(metadata)
  const book = new AnswerBook(metadata)
  const arrivals = new ArrivalWatch(metadata, client, log)
  const answers = new Answers(new Reader(client), lists, states, book, audit, arrivals)
  const provenance = new ProvenanceService(answers, book, lists, states, client, metadata)
  const paths = new CasePaths(client, metadata)
  const limits = limitsOf(office)
  const cases = new CasesService(provenance, answers, paths, client, lists, states, audit, limits)
  const today = (): string => todayIn(office.timeZone, new Date())
  const personas = new Personas(lists, today)
  const maps = new MapsService(new MapStore(metadata), new Levels(office, lists, today), audit)
  const about = new OfficeService(office, lists, states)
  const annotations = new AnnotationsService(metadata, office, lists, states, audit)
  const board = new BoardService(office, limits, states)
  const supervision = new SupervisionService(metadata, client, lists, personas, audit)
  const actions = new ActionsService(board, supervision, client, lists, states, limits, audit)
  const assessment = assessmentOn({
    office,
    metadata,
    client,
    exportClient,
    lists,
    states,
    limits,
    personas,
    audit,
    today,
  })
  const screener = new Screener(stores.clickhouse)
  const screenings = new ScreeningsService(metadata, office, states, screener)
  const clusters = new ClusterMap(metadata, screenings, lists)
  const exported = new ExportsService({
    ...{ annotations, personas, audit, rate, log, clusters },
    leaving: new ListPapers(new ActionsLeaving(actions, lists, audit), office),
    ranking: assessment.leaving,
    answers: new Answers(new Reader(exportClient), lists, states, book, audit, arrivals),
    papers: new Papers(about, lists, maps),
    press: new Press(),
    jobs: new Jobs(),
    timeZone: office.timeZone,
  })
  const life = new FlagLife(metadata)
  const flagCases = new FlagCases(client, lists, limits)
  const flags = new FlagsService({
    ...{ metadata, office, screenings, life, lists, personas, audit },
    cases: flagCases,
  })
  const runner = new BackfillRunner(metadata, screenings, log)
  const runs = new RunsService({ metadata, states, screenings, runner, lists, personas, audit })
  const mayChoose = (): Promise<boolean> => isDemonstration(metadata, office)
  return [
    { provide: Personas, useValue: personas },
    { provide: SignIn, useValue: new SignIn({ metadata, personas, mayChoose }) },
    { provide: ViewerService, useValue: new ViewerService(personas, lists, office.assessment !== null) },
    { provide: MapsService, useValue: maps },
    { provide: OfficeService, useValue: about },
    { provide: MetricsService, useValue: new MetricsService(answers) },
    { provide: ProvenanceService, useValue: provenance },
    { provide: CasesService, useValue: cases },
    { provide: AnnotationsService, useValue: annotations },
    { provide: BoardService, useValue: board },
    { provide: SupervisionService, useValue: supervision },
    { provide: ActionsService, useValue: actions },
    ...assessment.providers,
    { provide: ViewsService, useValue: new ViewsService(metadata) },
    { provide: BasketService, useValue: new BasketService(metadata) },
    { provide: ExportsService, useValue: exported },
    { provide: FlagsService, useValue: flags },
    { provide: ClusterMap, useValue: clusters },
    { provide: ScreeningsService, useValue: screenings },
    { provide: Screener, useValue: screener },
    { provide: FlagKeeper, useValue: new FlagKeeper(states, screenings, life, log) },
    { provide: BackfillRunner, useValue: runner },
    { provide: RunsService, useValue: runs },
    { provide: IngestService, useValue: new IngestService(stores, office) },
    { provide: RewardsService, useValue: new RewardsService(office) },
    { provide: ClosingTimesService, useValue: new ClosingTimesService(client, lists, states) },
    { provide: ContrastService, useValue: new ContrastService(client, lists, states) },
  ]
}

function graphql({ dev, log }: Foundations, rate: Rate): DynamicModule {
  return GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    graphiql: false,
    introspection: dev,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !dev,
    persistedQueries: false,
    // Without indentation: programs read it, and a screen has some ten thousand lines of it.
    stringifyResult: (result: object) => JSON.stringify(result),
    parseOptions: { maxTokens: MOST_TOKENS },
    validationRules: [limitDocument, refuseUnstorableTexts],
    context: callerOf,
    formatError: formatError(dev),
    plugins: [
      errorPlugin(log),
      limitPlugin(rate),
      // Switched on by variables of the environment otherwise; nothing is reported to anybody outside.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  })
}
