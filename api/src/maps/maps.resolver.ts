import { COORDINATE_SYSTEMS } from '@fengsui/domain/boundaries/coordinate-system'
import type { MapLevel } from '@fengsui/prisma/office/office'
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql'
import { demandManager } from '../access/demand.js'
import { Asked, type Caller } from '../graphql/caller.js'
import { MapLevelEnum } from '../graphql/enums.js'
import { spoken } from '../graphql/spoken.js'
import { BoundaryMap, RemoveMapAnswer } from './maps.models.js'
import { MapsService } from './maps.service.js'

@Resolver()
export class MapsResolver {
  constructor(private readonly service: MapsService) {}

  @Query(() => [BoundaryMap], { description: 'The boundaries that are in place now.' })
  async maps(): Promise<BoundaryMap[]> {
    const maps = await this.service.list()
    return maps.map((map) => ({ ...map, takesPoints: COORDINATE_SYSTEMS[map.coordinates].takesPoints }))
  }

  @Mutation(() => RemoveMapAnswer, { description: 'Takes the map of a level off.' })
  async removeMap(
    @Args('level', { type: () => MapLevelEnum }) level: MapLevel,
    @Asked() { session, locale }: Caller,
  ): Promise<object> {
    demandManager(session)
    return spoken(await this.service.takeOff(level, session.persona), locale)
  }
}
