import type { DimensionId } from '@fengsui/domain/metrics/dimensions'
import { Args, Query, Resolver } from '@nestjs/graphql'
import { Asked, type Caller } from '../graphql/caller.js'
import { DimensionIdEnum } from '../graphql/enums.js'
import { Catalogue, Member, OfficeModel } from './office.models.js'
import { OfficeService } from './office.service.js'

@Resolver()
export class OfficeResolver {
  constructor(private readonly service: OfficeService) {}

  @Query(() => OfficeModel)
  office(@Asked() { locale }: Caller): Promise<OfficeModel> {
    return this.service.office(locale)
  }

  @Query(() => Catalogue)
  catalogue(@Asked() { locale }: Caller): Catalogue {
    return this.service.catalogue(locale)
  }

  @Query(() => [Member])
  members(
    @Args('dimension', { type: () => DimensionIdEnum }) dimension: DimensionId,
    @Asked() { locale }: Caller,
  ): Member[] {
    return this.service.members(dimension, locale)
  }
}
