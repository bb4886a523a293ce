/** OpenAI legacy completions: `POST …/completions`, also with `suffix` to fill a gap in code. Fields not listed are text. */
import type { WireFormat } from '../format.ts'
import { compileRules, type Shape } from '../rules.ts'
import { readModelField } from './model.ts'
import { openaiIdentity, openaiShapes } from './openai-shapes.ts'

const request = compileRules({
  shapes: openaiShapes,
  root: {
    ...openaiIdentity,
    model: 'ID',
    prompt: '$tokens',
    suffix: 'TEXT',
    stop: 'TEXT',
    // Settings: numbers, and token ids as keys.
    best_of: 'ID',
    frequency_penalty: 'ID',
    logit_bias: 'ID',
    'logit_bias.*': 'ID',
    logprobs: 'ID',
    max_tokens: 'ID',
    n: 'ID',
    presence_penalty: 'ID',
    seed: 'ID',
    stream_options: 'ID',
    temperature: 'ID',
    top_p: 'ID',
  },
})

const completion: Shape = {
  id: 'ID',
  object: 'ID',
  created: 'ID',
  model: 'ID',
  system_fingerprint: 'ID',
  'choices[].finish_reason': 'ID',
  'choices[].logprobs': 'FIXED',
  'choices[].prompt_logprobs': 'FIXED',
  'prompt[].logprobs': 'FIXED',
  usage: 'FIXED',
}

export const openaiCompletions: WireFormat = {
  name: 'openai-completions',
  request,
  promptOrder: ['prompt', 'suffix'],
  answer: compileRules({ root: completion }),
  events: compileRules({
    root: { ...completion, 'choices[].text': 'GROWS', 'choices[].finish_reason': 'ENDS', error: 'ENDS' },
  }),
  endTypes: ['error'],
  readModel: readModelField,
  // What the model continues is the text itself: a note would become part of it.
  addNote: () => {},
}
