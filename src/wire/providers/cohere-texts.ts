/**
 * What else Cohere does with texts: `embed`, `rerank`, `classify`, `tokenize`, `detokenize`, `generate` and `summarize` in
 * their versions, and `parse`. Fields not listed are text. Facts: cohere-ai 8.1.0.
 */
import type { WireFormat } from '../format.ts'
import { compileRules, type Shape } from '../rules.ts'
import { readModelField } from './model.ts'

const request = compileRules({
  root: {
    model: 'ID',
    // Documents to rank are texts, or objects with keys of the application's choice.
    'documents[]': 'VALUE',
    'images[]': 'MEDIA',
    'inputs[].content[].type': 'ID',
    'inputs[].content[].image_url.url': 'MEDIA',
    'document.type': 'ID',
    'document.image_url': 'MEDIA',
    'document.image_url.url': 'MEDIA',
    rank_fields: 'ID',
    // Token ids of a text nobody here can read.
    'tokens[]': 'PROMPT',
    end_sequences: 'TEXT',
    stop_sequences: 'TEXT',
    // Settings: numbers and enums.
    embedding_types: 'ID',
    extractiveness: 'ID',
    format: 'ID',
    frequency_penalty: 'ID',
    input_type: 'ID',
    k: 'ID',
    length: 'ID',
    max_chunks_per_doc: 'ID',
    max_tokens: 'ID',
    max_tokens_per_doc: 'ID',
    num_generations: 'ID',
    output_dimension: 'ID',
    output_format: 'ID',
    p: 'ID',
    presence_penalty: 'ID',
    preset: 'ID',
    priority: 'ID',
    return_likelihoods: 'ID',
    seed: 'ID',
    temperature: 'ID',
    top_n: 'ID',
    truncate: 'ID',
  },
})

/** Vectors and tokens are left alone: a placeholder spans several tokens. */
const answerRoot: Shape = {
  id: 'ID',
  'classifications[].id': 'ID',
  'classifications[].classification_type': 'ID',
  embeddings: 'FIXED',
  'generations[].id': 'ID',
  'generations[].finish_reason': 'ID',
  'generations[].token_likelihoods': 'FIXED',
  meta: 'FIXED',
  response_type: 'ID',
  'results[].index': 'ID',
  'results[].relevance_score': 'ID',
  token_strings: 'FIXED',
  tokens: 'FIXED',
}

/** `generate` streams lines of JSON; the last one repeats the whole. */
const events = compileRules({
  shapes: { answer: answerRoot },
  root: { event_type: 'ID', finish_reason: 'ID', is_finished: 'ENDS', response: '$answer', text: 'GROWS' },
})

export const cohereTexts: WireFormat = {
  name: 'cohere-texts',
  request,
  promptOrder: ['query', 'documents', 'texts', 'inputs', 'examples'],
  answer: compileRules({ root: answerRoot }),
  events,
  endTypes: ['stream-end', 'stream-error'],
  readModel: readModelField,
  addNote: () => {},
}
