import { NestFactory } from '@nestjs/core'
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql'
import { lexicographicSortSchema, printSchema } from 'graphql/index.js'
import { RESOLVERS } from '../resolvers.js'

/** The schema as the code declares it, sorted, as text. Needs no store. */
export async function emitSchema(): Promise<string> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false })
  try {
    const schema = await app.get(GraphQLSchemaFactory).create(RESOLVERS)
    const head = '# Emitted by the code (npm run codegen); names here bind api and web.\n\n'
    return `${head}${printSchema(lexicographicSortSchema(schema))}\n`
  } finally {
    await app.close()
  }
}
