/**
 * Everything a guarded host offers that has no format of its own here: every string is text on the way out and on the way
 * back. In streams, what stands in or under a field called `delta` grows.
 */
import type { WireFormat } from '../format.ts'
import { compileRules, type Shape } from '../rules.ts'
import { readModelField } from './model.ts'

const root: Shape = {
  encrypted_content: 'OPAQUE',
  user: 'IDENT',
}

const request = compileRules({ root })

export const generic: WireFormat = {
  name: 'generic',
  request,
  promptOrder: ['tools', 'system', 'instructions', 'messages', 'input'],
  answer: compileRules({ root: {} }),
  events: compileRules({ root: {} }),
  ends: [],
  readModel: readModelField,
  addNote: () => {},
}
