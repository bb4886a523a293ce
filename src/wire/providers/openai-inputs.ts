/**
 * OpenAI endpoints that read one text and answer with numbers: `POST …/embeddings`, `POST …/moderations`.
 * Fields not listed are text.
 */
import type { WireFormat } from '../format.ts'
import { compileRules } from '../rules.ts'
import { readModelField } from './model.ts'
import { openaiIdentity, openaiShapes } from './openai-shapes.ts'

/** Token ids in place of text cannot be read here; image parts follow the same rule as everywhere. */
const input = { ...openaiShapes.part, '': 'PROMPT', '[]': '$input' } as const

export const openaiInputs: WireFormat = {
  name: 'openai-inputs',
  request: compileRules({
    shapes: { ...openaiShapes, input },
    root: { ...openaiIdentity, model: 'ID', input: '$input', dimensions: 'ID', encoding_format: 'ID' },
  }),
  promptOrder: ['input'],
  answer: compileRules({
    root: {
      id: 'ID',
      object: 'ID',
      model: 'ID',
      // Numbers, or their bytes in base64.
      'data[].embedding': 'FIXED',
      'results[].categories': 'FIXED',
      'results[].category_scores': 'FIXED',
      'results[].category_applied_input_types': 'FIXED',
      usage: 'FIXED',
    },
  }),
  events: compileRules({ root: {} }),
  endTypes: [],
  readModel: readModelField,
  addNote: () => {},
}
