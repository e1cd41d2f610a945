import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo'
import { type DynamicModule, Module, type Provider } from '@nestjs/common'
import { GraphQLModule } from '@nestjs/graphql'
import type { Office } from '@fengsui/prisma/office/office'
import type { ClickHouseClient } from '@clickhouse/client'
import type { Stores } from '@fengsui/etl/stores/open'
import { Audit } from './access/audit.js'
import { SignIn } from './access/sign-in.js'
import { errorPlugin, formatError } from './graphql/errors.js'
import { limitDocument } from './graphql/limits.js'
import { callerOf } from './http/guard.js'
import { IngestService } from './ingest/ingest.service.js'
import { MetricsService } from './metrics/metrics.service.js'
import { DataStates } from './office/data-state.js'
import { MemberLists } from './office/member-lists.js'
import { OfficeService } from './office/office.service.js'
import { RESOLVERS } from './resolvers.js'

/** What the module is built on. */
export interface Foundations {
  readonly office: Office
  readonly stores: Stores
  /** Reads only, with a click's limits. */
  readonly client: ClickHouseClient
  readonly dev: boolean
  readonly log: (line: string) => void
}

@Module({})
export class AppModule {
  static on(foundations: Foundations): DynamicModule {
    return {
      module: AppModule,
      imports: [graphql(foundations)],
      providers: [...providers(foundations), ...RESOLVERS],
    }
  }
}

/** The services, made by hand: what each rests on is read here, and nowhere else. */
function providers({ office, stores, client, log }: Foundations): Provider[] {
  const { metadata } = stores
  const lists = new MemberLists(office)
  const states = new DataStates(metadata, client, office)
  return [
    { provide: SignIn, useValue: new SignIn(metadata) },
    { provide: OfficeService, useValue: new OfficeService(office, lists, states) },
    {
      provide: MetricsService,
      useValue: new MetricsService(client, lists, states, new Audit(metadata), log),
    },
    { provide: IngestService, useValue: new IngestService(stores, office) },
  ]
}

function graphql({ dev, log }: Foundations): DynamicModule {
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
    validationRules: [limitDocument],
    context: callerOf,
    formatError: formatError(dev),
    plugins: [errorPlugin(log)],
  })
}
