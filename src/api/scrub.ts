/** `POST /scrub`: personal data out, the map back to the caller or kept under a handle. Called by services and subjects. */

import type { z } from 'zod'
import type { TextScope } from '../pipeline/index.ts'
import type { Handles } from './handles.ts'
import { type ApiAnswer, type Caller, jsonAnswer } from './message.ts'
import { ApiProblem } from './problem.ts'
import type { scrubRequest } from './schemas.ts'

/** What may be claimed (governance G-1.1). */
const notice =
  'Detected identifiers are replaced; detection is not perfect. This is pseudonymisation (Art. 4(5) GDPR): whoever holds the map can reverse it.'

export async function scrub(
  input: z.output<typeof scrubRequest>,
  caller: Caller,
  scope: TextScope,
  handles: Handles | null,
): Promise<ApiAnswer> {
  if (input.return === 'handle' && handles === null) {
    throw new ApiProblem('ERR_GDPR_INVALID_INPUT', { errors: [{ path: 'return', kind: 'handles-are-off' }] })
  }
  const scrubbed = 'text' in input ? (await scope.scrub(input.text)).text : await scope.scrubJson(jsonOf(input))
  const shared = { scrubbed, counts: scope.counts, notice }
  if (input.return === 'none') return jsonAnswer(shared)
  if (input.return === 'handle' && handles !== null) {
    return jsonAnswer({ ...shared, handle: handles.keep(caller, scope.placeholders) })
  }
  return jsonAnswer({ ...shared, entities: scope.entities, placeholders: scope.placeholders })
}

function jsonOf(input: { messages: unknown } | { input: unknown }): unknown {
  return 'messages' in input ? input.messages : input.input
}
