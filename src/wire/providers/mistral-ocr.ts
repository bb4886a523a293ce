/** Mistral document reading: `POST …/v1/ocr`. The document is a file, an address or base64. Facts: @mistralai/mistralai 2.7.0. */
import type { WireFormat } from '../format.ts'
import type { Positions } from '../positions.ts'
import { compileRules, type Shape } from '../rules.ts'
import { mistralShapes } from './mistral-content.ts'
import { readModelField } from './model.ts'

const request = compileRules({
  shapes: mistralShapes,
  root: {
    id: 'ID',
    model: 'ID',
    bbox_annotation_format: '$responseFormat',
    confidence_scores_granularity: 'ID',
    document: '$chunk',
    document_annotation_format: '$responseFormat',
    document_annotation_prompt: 'TEXT',
    image_limit: 'ID',
    image_min_size: 'ID',
    pages: 'ID',
    'pages[]': 'ID',
    table_format: 'ID',
  },
})

/** Annotations are JSON in the form that was asked for. */
const answerRoot: Shape = {
  model: 'ID',
  document_annotation: 'JSONTEXT',
  'pages[].confidence_scores.word_confidence_scores[].start_index': 'START',
  'pages[].dimensions': 'FIXED',
  'pages[].images[].id': 'ID',
  'pages[].images[].image_annotation': 'JSONTEXT',
  'pages[].images[].image_base64': 'MEDIA',
  'pages[].tables[].id': 'ID',
  'pages[].tables[].format': 'ID',
  usage_info: 'FIXED',
}

/** Characters of the page. */
const positions: Positions = { unit: 'characters', texts: ['markdown'], unknown: 'zero' }

export const mistralOcr: WireFormat = {
  name: 'mistral-ocr',
  request,
  promptOrder: ['document_annotation_prompt', 'document'],
  answer: compileRules({ root: answerRoot }),
  events: compileRules({ root: answerRoot }),
  endTypes: [],
  positions,
  readModel: readModelField,
  addNote: () => {},
}
