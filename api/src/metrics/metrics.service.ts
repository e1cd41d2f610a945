import type { Caller } from '../graphql/caller.js'
import { type Rejection, isRejection } from '../query/rejection.js'
import { parseRequest } from '../query/request.js'
import type { Table } from '../query/table.js'
import type { Answers } from './answers.js'

/** Answers the general question: measures × dimensions × filters × time × comparisons. */
export class MetricsService {
  constructor(private readonly answers: Answers) {}

  /**
   * @param input the request as it came in; it is checked here.
   * @throws only for faults of ours; everything expected is a Rejection.
   */
  async answer(input: unknown, caller: Caller): Promise<Table | Rejection> {
    const query = parseRequest(input)
    return isRejection(query) ? query : this.answers.now(query, caller)
  }
}
