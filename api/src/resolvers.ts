import { ViewerResolver } from './access/viewer.resolver.js'
import { AnnotationsResolver } from './annotations/annotations.resolver.js'
import { AssessmentResolver } from './assessment/assessment.resolver.js'
import { BasketResolver } from './basket/basket.resolver.js'
import { CasesResolver } from './cases/cases.resolver.js'
import { ClosingTimesResolver } from './closing-times/closing-times.resolver.js'
import { ContrastResolver } from './contrast/contrast.resolver.js'
import { DeadlinesResolver } from './deadlines/deadlines.resolver.js'
import { ClustersResolver } from './flags/clusters.resolver.js'
import { FlagsResolver } from './flags/flags.resolver.js'
import { RunsResolver } from './flags/runs.resolver.js'
import { IngestResolver } from './ingest/ingest.resolver.js'
import { MapsResolver } from './maps/maps.resolver.js'
import { MetricsResolver } from './metrics/metrics.resolver.js'
import { OfficeResolver } from './office/office.resolver.js'
import { ProvenanceResolver } from './provenance/provenance.resolver.js'
import { RewardsResolver } from './rewards/rewards.resolver.js'
import { ViewsResolver } from './views/views.resolver.js'

/** Everything that answers a GraphQL field; the schema is made from these. */
export const RESOLVERS = [
  ViewerResolver,
  OfficeResolver,
  MapsResolver,
  MetricsResolver,
  ProvenanceResolver,
  CasesResolver,
  ViewsResolver,
  BasketResolver,
  AnnotationsResolver,
  DeadlinesResolver,
  AssessmentResolver,
  IngestResolver,
  FlagsResolver,
  RunsResolver,
  RewardsResolver,
  ClosingTimesResolver,
  ContrastResolver,
  ClustersResolver,
]
