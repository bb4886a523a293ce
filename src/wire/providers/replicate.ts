/**
 * Replicate predictions: `POST …/v1/predictions`, `…/models/{owner}/{name}/predictions`, `…/deployments/…/predictions`, the
 * same answered again at each poll, and streams of raw text. Every model has input fields of its own. The output of a
 * language model is often a list of pieces, in which one placeholder may take several elements. Facts: replicate 1.4.
 */
import type { WireFormat } from '../format.ts'
import { compileRules, type Shape } from '../rules.ts'

const prediction: Shape = {
  id: 'ID',
  version: 'ID',
  model: 'ID',
  status: 'ID',
  source: 'ID',
  created_at: 'ID',
  started_at: 'ID',
  completed_at: 'ID',
  data_removed: 'ID',
  deadline: 'ID',
  metrics: 'FIXED',
  urls: 'FIXED',
  input: 'VALUE',
  output: 'RUN',
}

export const replicate: WireFormat = {
  name: 'replicate',
  request: compileRules({
    root: {
      version: 'ID',
      input: 'VALUE',
      stream: 'ID',
      webhook: 'URL',
      webhook_events_filter: 'ID',
    },
  }),
  promptOrder: [],
  answer: compileRules({ shapes: { prediction }, root: { ...prediction, 'results[]': '$prediction' } }),
  events: compileRules({ root: {} }),
  endTypes: ['done', 'error'],
  textEvents: ['output', 'logs'],
  readModel: () => null,
  addNote: () => {},
}
