/**
 * Voyage embeddings and reranking: `POST …/v1/embeddings`, `…/contextualizedembeddings`, `…/multimodalembeddings`, `…/rerank`.
 * Facts: voyageai 0.4.
 */
import type { WireFormat } from '../format.ts'
import { compileRules, type Shape } from '../rules.ts'
import { readModelField } from './model.ts'

const part: Shape = {
  type: 'ID',
  text: 'TEXT',
  image_base64: 'MEDIA',
  image_url: 'MEDIA',
  video_base64: 'MEDIA',
  video_url: 'MEDIA',
}

export const voyage: WireFormat = {
  name: 'voyage',
  request: compileRules({
    shapes: { part },
    root: {
      model: 'ID',
      input: 'TEXT',
      'inputs[].content[]': '$part',
      query: 'TEXT',
      'documents[]': 'TEXT',
      input_type: 'ID',
      encoding_format: 'ID',
      output_dtype: 'ID',
      output_encoding: 'ID',
      output_dimension: 'ID',
      top_k: 'ID',
    },
  }),
  promptOrder: [],
  answer: compileRules({
    root: {
      object: 'ID',
      model: 'ID',
      usage: 'FIXED',
      'data[].object': 'ID',
      'data[].embedding': 'FIXED',
      'data[].data[].embedding': 'FIXED',
      // Reranking gives the documents back where it is asked to.
      'data[].document': 'TEXT',
    },
  }),
  events: compileRules({ root: {} }),
  endTypes: ['*error'],
  readModel: readModelField,
  addNote: () => {},
}
