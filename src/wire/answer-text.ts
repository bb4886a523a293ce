/** Puts values back into the strings of one complete JSON value. */
import type { TextRestorer } from '../types.ts'
import type { JsonDocument } from './json-document.ts'
import { restoreJsonText, restoreText } from './json-text.ts'
import { leafClass } from './leaf-class.ts'
import type { RuleClass } from './rules.ts'
import type { Step, Visitor } from './walk.ts'

/** Called with each text a provider signed, as the provider wrote it. */
export type SignedListener = (signature: string, text: string) => void

/** A visitor that restores everything it sees, for use with `walk` over `document.tape`. */
export function answerVisitor(document: JsonDocument, restorer: TextRestorer, onSigned: SignedListener): Visitor {
  const { tape } = document
  return {
    string(at, target, step) {
      if (leftAlone.has(target)) return
      const text = tape.string(at)
      if (target === 'ID' && leafClass('ID', text) === 'ID') return
      if (target === 'SIGNED' || target === 'SIGNED_GROWS') reportSigned(document, step, text, onSigned)
      const restored = jsonTexts.has(target) ? restoreJsonText(restorer, text) : restoreText(restorer, text)
      if (restored !== text) document.replace(at, restored)
    },
    key(step) {
      const key = String(step.key)
      const restored = restorer.whole(key, 0)
      if (restored !== key) document.replace(step.entry, restored)
    },
  }
}

const leftAlone: ReadonlySet<RuleClass> = new Set(['FIXED', 'MEDIA', 'OPAQUE', 'SEAL'])
const jsonTexts: ReadonlySet<RuleClass> = new Set(['JSONTEXT', 'JSON_GROWS'])

function reportSigned(document: JsonDocument, step: Step, text: string, onSigned: SignedListener): void {
  const seal = step.parent === null ? null : document.sealBeside(step.parent.at)
  if (seal !== null && seal !== '') onSigned(seal, text)
}
