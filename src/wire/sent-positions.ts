/**
 * Positions in what an application sends back of earlier answers. They count in the texts that it was shown, so they are moved
 * to the texts that leave: what a provider said of its own words reaches it again as it said it.
 */
import type { TextRestorer } from '../types.ts'
import type { WireFormat, WireLimits } from './format.ts'
import { JsonDocument } from './json-document.ts'
import { PositionMover } from './position-mover.ts'
import { positionTargets } from './positions.ts'
import { SentTexts } from './sent-texts.ts'
import { walk } from './walk.ts'

/** The text of a scrubbed body with its positions moved; the text itself where there is nothing to move. */
export function moveSentPositions(
  text: string,
  { request, positions }: WireFormat,
  restorer: TextRestorer,
  limits: WireLimits,
): string {
  const document = positions === undefined || restorer.idle ? null : JsonDocument.tryParse(text, limits)
  if (positions === undefined || document === null) return text
  const sent = new SentTexts(() => Buffer.from(text), restorer, limits)
  const mover = new PositionMover(document, { positions, restorer, sent, outbound: true })
  walk(document.tape, request, {
    string: () => {},
    number: (at, target, step) => {
      if (positionTargets.has(target)) mover.add(at, target, step)
    },
  })
  mover.settle(true)
  return document.toText()
}
