/**
 * Anthropic message batches: `POST …/v1/messages/batches`, and the results, one JSON value a line, in any order.
 * Each entry holds a message request. `custom_id` is how the application finds the result again, so it stays as it is.
 */
import type { WireFormat } from '../format.ts'
import { compileRules, type Shape } from '../rules.ts'
import { anthropicMessage, anthropicPositions, anthropicRequest, anthropicShapes } from './anthropic-messages.ts'

const shapes = { ...anthropicShapes, params: anthropicRequest, message: anthropicMessage }

/** One line of the results; an error names no fields of its own. */
const result: Shape = {
  custom_id: 'ID',
  'result.type': 'ID',
  'result.message': '$message',
  // The batch itself, as creating, reading and listing it answer.
  id: 'ID',
  type: 'ID',
  processing_status: 'ID',
  request_counts: 'FIXED',
  results_url: 'ID',
}

const results = compileRules({ shapes, root: result })

export const anthropicBatches: WireFormat = {
  name: 'anthropic-batches',
  request: compileRules({ shapes, root: { 'requests[].custom_id': 'ID', 'requests[].params': '$params' } }),
  promptOrder: [],
  answer: results,
  events: results,
  endTypes: [],
  // The documents left with another request.
  positions: { ...anthropicPositions, documents: () => [] },
  readModel: () => null,
  addNote: () => {},
}
