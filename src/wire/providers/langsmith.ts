/**
 * LangSmith traces: `POST …/runs`, `PATCH …/runs/{id}`, `…/runs/batch`. A trace holds every prompt and every answer, so the
 * host counts as a model's. Runs sent as a form of parts, or packed with zstd, are refused: nobody reads them here. Facts:
 * langsmith 0.3.
 */
import type { WireFormat } from '../format.ts'
import { compileRules, type Shape } from '../rules.ts'

/** Ids and times tie the runs of a trace together. The run-time (host, versions, user) names the client. */
const run: Shape = {
  id: 'ID',
  dotted_order: 'ID',
  end_time: 'ID',
  error: 'TEXT',
  'events[]': 'VALUE',
  execution_order: 'ID',
  'extra.metadata': 'VALUE',
  'extra.metadata.user': 'IDENT',
  'extra.metadata.user_id': 'IDENT',
  'extra.metadata.session_id': 'ID',
  'extra.metadata.thread_id': 'ID',
  'extra.runtime': 'IDENT',
  inputs: 'VALUE',
  name: 'TEXT',
  outputs: 'VALUE',
  parent_run_id: 'ID',
  reference_example_id: 'ID',
  run_type: 'ID',
  serialized: 'VALUE',
  session_id: 'ID',
  session_name: 'TEXT',
  start_time: 'ID',
  trace_id: 'ID',
}

export const langsmith: WireFormat = {
  name: 'langsmith',
  request: compileRules({ shapes: { run }, root: { ...run, 'post[]': '$run', 'patch[]': '$run' } }),
  promptOrder: [],
  answer: compileRules({ shapes: { run }, root: { ...run, '[]': '$run', 'runs[]': '$run' } }),
  events: compileRules({ root: {} }),
  endTypes: ['*error'],
  readModel: () => null,
  addNote: () => {},
}
