/** Anthropic text completions, the API before messages: `POST …/v1/complete`. Its stream ends with a `stop_reason`. */
import type { WireFormat } from '../format.ts'
import { compileRules, type Shape } from '../rules.ts'
import { readModelField } from './model.ts'

const answer: Shape = {
  type: 'ID',
  id: 'ID',
  model: 'ID',
  log_id: 'ID',
  stop_reason: 'ID',
}

export const anthropicComplete: WireFormat = {
  name: 'anthropic-complete',
  request: compileRules({
    root: {
      model: 'ID',
      prompt: 'TEXT',
      stop_sequences: 'TEXT',
      metadata: 'IDENT',
      max_tokens_to_sample: 'ID',
      temperature: 'ID',
      top_k: 'ID',
      top_p: 'ID',
    },
  }),
  promptOrder: [],
  answer: compileRules({ root: answer }),
  events: compileRules({ root: { ...answer, completion: 'GROWS', stop_reason: 'ENDS' } }),
  endTypes: ['error'],
  readModel: readModelField,
  addNote: () => {},
}
