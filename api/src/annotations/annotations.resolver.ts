import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import { demand } from '../access/demand.js'
import { Asked, type Caller } from '../graphql/caller.js'
import { spoken } from '../graphql/spoken.js'
import { PeriodInput } from '../metrics/metrics.input.js'
import {
  AnnotationInput,
  AnnotationsAnswer,
  RemoveAnnotationAnswer,
  WriteAnnotationAnswer,
} from './annotations.models.js'
import { AnnotationsService } from './annotations.service.js'

@Resolver()
export class AnnotationsResolver {
  constructor(private readonly service: AnnotationsService) {}

  @Query(() => AnnotationsAnswer, {
    description: 'What the caller may know of what happened in a period, and the days off in it.',
  })
  async annotations(@Args('period') period: PeriodInput, @Asked() caller: Caller): Promise<object> {
    return spoken(await this.service.list(period, caller), caller.locale)
  }

  @Mutation(() => WriteAnnotationAnswer)
  async addAnnotation(
    @Args('annotation') annotation: AnnotationInput,
    @Asked() caller: Caller,
  ): Promise<object> {
    demand(caller.session, 'annotate')
    return spoken(await this.service.add(annotation, caller), caller.locale)
  }

  @Mutation(() => WriteAnnotationAnswer)
  async changeAnnotation(
    @Args('id', { type: () => ID }) id: string,
    @Args('annotation') annotation: AnnotationInput,
    @Asked() caller: Caller,
  ): Promise<object> {
    demand(caller.session, 'annotate')
    return spoken(await this.service.change(id, annotation, caller), caller.locale)
  }

  @Mutation(() => RemoveAnnotationAnswer)
  async removeAnnotation(
    @Args('id', { type: () => ID }) id: string,
    @Asked() caller: Caller,
  ): Promise<object> {
    demand(caller.session, 'annotate')
    return spoken(await this.service.remove(id, caller), caller.locale)
  }
}
