/** `POST /restore`: values back, with the caller's own map or the one kept under a handle. */
import type { z } from 'zod'
import { restoreWithMap } from '../pipeline/index.ts'
import type { Handles } from './handles.ts'
import { type ApiAnswer, type Caller, jsonAnswer } from './message.ts'
import { ApiProblem } from './problem.ts'
import type { restoreRequest } from './schemas.ts'

export function restore(input: z.output<typeof restoreRequest>, caller: Caller, handles: Handles): ApiAnswer {
  const map = mapOf(input, caller, handles)
  if ('text' in input) return jsonAnswer({ restored: restoreWithMap(input.text, map) })
  return jsonAnswer({ restored: restoreValue('messages' in input ? input.messages : input.input, map) })
}

function mapOf(input: z.output<typeof restoreRequest>, caller: Caller, handles: Handles): Record<string, string> {
  if (input.handle !== undefined) return handles.take(caller, input.handle)
  if (input.entities !== undefined || input.placeholders !== undefined)
    return { ...input.entities, ...input.placeholders }
  throw new ApiProblem('ERR_GDPR_INVALID_INPUT', { errors: [{ path: 'entities', kind: 'missing' }] })
}

/** Every string of a value that was checked for depth. Keys too: scrubbing replaces those that are no plain names. */
function restoreValue(value: unknown, map: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return restoreWithMap(value, map)
  if (Array.isArray(value)) return value.map(item => restoreValue(item, map))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [restoreWithMap(key, map), restoreValue(item, map)]),
  )
}
