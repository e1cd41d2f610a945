import { ViewerResolver } from './access/viewer.resolver.js'
import { IngestResolver } from './ingest/ingest.resolver.js'
import { MetricsResolver } from './metrics/metrics.resolver.js'
import { OfficeResolver } from './office/office.resolver.js'

/** Everything that answers a GraphQL field; the schema is made from these. */
export const RESOLVERS = [ViewerResolver, OfficeResolver, MetricsResolver, IngestResolver]
