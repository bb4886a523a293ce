/**
 * Hugging Face inference: one path for all tasks (`…/models/{model}`, `…/hf-inference/models/{model}/pipeline/{task}`), and
 * text generation inference (`…/generate`, `…/generate_stream`). Fields not listed are text, so every shape of `inputs` is
 * read. Facts: @huggingface/inference 4.13, the OpenAPI document of text generation inference.
 */
import type { WireFormat } from '../format.ts'
import type { Positions } from '../positions.ts'
import { compileRules, type Shape } from '../rules.ts'
import { huggingfaceTexts } from './cited-documents.ts'
import { readModelField } from './model.ts'

const request: Shape = {
  model: 'ID',
  // Pictures and sound come as base64 or as bytes; the short forms of other tasks are text all the same.
  'inputs.image': 'MEDIA',
  'inputs.audio': 'MEDIA',
  'inputs.video': 'MEDIA',
  options: 'ID',
  parameters: 'VALUE',
  'parameters.grammar.type': 'ID',
  'parameters.task': 'ID',
  stream: 'ID',
}

/** Token lists (`details`) are left alone, as in other formats: a placeholder spans several tokens. */
const answer: Shape = {
  '[].details': 'FIXED',
  '[].end': 'SENT_END',
  '[].entity': 'ID',
  '[].entity_group': 'ID',
  '[].start': 'SENT_START',
  '[][].end': 'SENT_END',
  '[][].start': 'SENT_START',
  details: 'FIXED',
  end: 'SENT_END',
  error_type: 'ID',
  start: 'SENT_START',
}

/** Answers and labelled words are cut out of the request's text, in characters; they repeat what they cut. */
const positions: Positions = { unit: 'characters', texts: [], documents: huggingfaceTexts, unknown: 'zero' }

export const huggingface: WireFormat = {
  name: 'huggingface',
  request: compileRules({ root: request }),
  promptOrder: [],
  answer: compileRules({ root: answer }),
  events: compileRules({
    root: {
      ...answer,
      'token.text': 'GROWS',
      top_tokens: 'FIXED',
      // The whole text again, in the last event.
      generated_text: 'ENDS',
      error: 'ENDS',
    },
  }),
  endTypes: ['error'],
  positions,
  readModel: readModelField,
  addNote: () => {},
}
