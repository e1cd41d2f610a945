import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import { demand } from '../access/demand.js'
import { Asked, type Caller } from '../graphql/caller.js'
import { spoken } from '../graphql/spoken.js'
import { AssessmentEntryInput, ObjectionInput } from './assessment.models.js'
import {
  AssessedUnitAnswer,
  AssessmentProofAnswer,
  AssessmentTakenAnswer,
  RankingAnswer,
} from './board.models.js'
import { RankingService } from './board.service.js'
import { AssessmentSteps } from './steps.service.js'
import { UnitService } from './unit.service.js'

@Resolver()
export class AssessmentResolver {
  constructor(
    private readonly boards: RankingService,
    private readonly units: UnitService,
    private readonly steps: AssessmentSteps,
  ) {}

  @Query(() => RankingAnswer, {
    description: 'The league tables of a quarter, by the newest version that the caller may see.',
  })
  async ranking(
    @Args('quarter', { type: () => String, nullable: true }) quarter: string | null,
    @Args('version', { type: () => ID, nullable: true }) version: string | null,
    @Asked() caller: Caller,
  ): Promise<object> {
    demand(caller.session, 'ranking')
    return spoken(await this.boards.board({ quarter, version }, caller), caller.locale)
  }

  @Query(() => AssessedUnitAnswer, { description: 'What one unit loses points for, case by case.' })
  async assessedUnit(
    @Args('quarter') quarter: string,
    @Args('version', { type: () => ID, nullable: true }) version: string | null,
    @Args('unit', { type: () => ID }) unit: string,
    @Asked() caller: Caller,
  ): Promise<object> {
    demand(caller.session, 'ranking')
    return spoken(await this.units.unit({ quarter, version, unit }, caller), caller.locale)
  }

  @Query(() => AssessmentProofAnswer, {
    description: 'Reckons a version once more from what had been loaded when it was frozen.',
  })
  async assessmentProof(
    @Args('id', { type: () => ID }) id: string,
    @Asked() caller: Caller,
  ): Promise<object> {
    demand(caller.session, 'assess')
    return spoken(await this.steps.proof(id, caller), caller.locale)
  }

  @Mutation(() => AssessmentTakenAnswer, { description: 'Freezes the first version of a quarter.' })
  async closeQuarter(@Args('quarter') quarter: string, @Asked() caller: Caller): Promise<object> {
    demand(caller.session, 'assess')
    return spoken(await this.steps.close(quarter, caller), caller.locale)
  }

  @Mutation(() => AssessmentTakenAnswer, { description: 'Freezes a later version, with what differs.' })
  async reviseQuarter(
    @Args('quarter') quarter: string,
    @Args('reason') reason: string,
    @Asked() caller: Caller,
  ): Promise<object> {
    demand(caller.session, 'assess')
    return spoken(await this.steps.revise(quarter, reason, caller), caller.locale)
  }

  @Mutation(() => AssessmentTakenAnswer, { description: 'Lets every unit see its own part, and object.' })
  async previewAssessment(
    @Args('id', { type: () => ID }) id: string,
    @Asked() caller: Caller,
  ): Promise<object> {
    demand(caller.session, 'assess')
    return spoken(await this.steps.preview(id, caller), caller.locale)
  }

  @Mutation(() => AssessmentTakenAnswer, {
    description: 'Publishes what was previewed; the reason is needed before the time for objections is over.',
  })
  async publishAssessment(
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { defaultValue: '' }) reason: string,
    @Asked() caller: Caller,
  ): Promise<object> {
    demand(caller.session, 'assess')
    return spoken(await this.steps.publish(id, reason, caller), caller.locale)
  }

  @Mutation(() => AssessmentTakenAnswer, { description: 'Objects to a deduction of the own unit.' })
  async objectToDeduction(
    @Args('objection') objection: ObjectionInput,
    @Asked() caller: Caller,
  ): Promise<object> {
    return spoken(await this.steps.object(objection, caller), caller.locale)
  }

  @Mutation(() => AssessmentTakenAnswer, { description: 'Decides an objection; once.' })
  async decideObjection(
    @Args('id', { type: () => ID }) id: string,
    @Args('upheld') upheld: boolean,
    @Args('reason') reason: string,
    @Asked() caller: Caller,
  ): Promise<object> {
    demand(caller.session, 'assess')
    return spoken(await this.steps.decide(id, { upheld, reason }, caller), caller.locale)
  }

  @Mutation(() => AssessmentTakenAnswer, { description: 'Writes down a leak, or what was done well.' })
  async addAssessmentEntry(
    @Args('entry') entry: AssessmentEntryInput,
    @Asked() caller: Caller,
  ): Promise<object> {
    demand(caller.session, 'assess')
    return spoken(await this.steps.addEntry(entry, caller), caller.locale)
  }

  @Mutation(() => AssessmentTakenAnswer, { description: 'Takes an entry back; that it was there stays.' })
  async withdrawAssessmentEntry(
    @Args('id', { type: () => ID }) id: string,
    @Asked() caller: Caller,
  ): Promise<object> {
    demand(caller.session, 'assess')
    return spoken(await this.steps.withdrawEntry(id, caller), caller.locale)
  }
}
