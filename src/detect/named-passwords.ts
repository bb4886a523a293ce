/** Passwords that are words like any other, known since a sentence names them: in quotes, or behind "used to be" and its like. */
import type { LabelledValue } from './labelled-values.ts'
import { matchAt } from './patterns.ts'
import { isIdentifier } from './secret-values.ts'
import type { View } from './view.ts'

/** Behind the label: a word in quotes, some small words between ("the password is 'forgetmenot'"). */
const quotedWord =
  /(?: \p{L}[\p{L}'\u2019-]{0,14}){0,6}[ :]{1,2}["'`\u201e\u201c\u201d\u2018\u00ab]\u00a0?(?=[\p{L}\d][^\s"'`\u201c\u201d\u2019\u00bb<>()]{3,30}(?: [\p{L}\d]{2,12}){0,4}\u00a0?["'`\u201c\u201d\u2019\u00bb](?![\p{L}\d]))/uy
/** Behind a verb that says nothing but what the password is ("lautet übrigens Gänseblümchen", "used to be snuggles"). */
const namedWord =
  /(?: \p{L}[\p{L}-]{0,14}){0,4}? (?:lautete?|used to be|luidt|luidde|lyder|l\u00f8d|zn\u00ed|zn\u011blo|znie|znelo|brzmi|brzmia\u0142o|glasi|glasilo|je glasilo|kuuluu|kuului|\u0433\u043b\u0430\u0441\u0438|skan|k\u00f5lab)(?: (?:\u00fcbrigens|immer|noch|jetzt|fr\u00fcher|mal|einfach|nach|wie|vor|aktuell|so|nur|always|now|just|nog|steeds|nu|stadig|stadigv\u00e6k|po\u0159\u00e1d|teraz|nadal|dalej|po|prostu|zdaj|sada)){0,3} (?=\p{L}[\p{L}\d-]{3,24}(?:[.,;!?)\n]|$))/uy
const word = /[^\s"'`\u201c\u201d\u2019\u00bb<>()]{4,31}(?: [\p{L}\d]{2,12}){0,4}/uy
const plainWord = /\p{L}[\p{L}\d-]{3,24}/uy

export interface NamedPassword {
  readonly start: number
  readonly written: string
}

/** The word that is a password whatever it looks like; null where none is. */
export function namedPassword(view: View, { labelStart, labelEnd }: LabelledValue): NamedPassword | null {
  const before = view.unit(labelStart - 1)
  if (before === 0x22 || before === 0x27 || before === 0x60 || view.unit(labelEnd) !== 0x20) return null
  return (
    wordAt(view, matchAt(view, quotedWord, labelEnd), word) ??
    wordAt(view, matchAt(view, namedWord, labelEnd), plainWord)
  )
}

function wordAt(view: View, start: number, pattern: RegExp): NamedPassword | null {
  const end = start < 0 ? -1 : matchAt(view, pattern, start)
  if (end < 0) return null
  const written = view.text.slice(start, end)
  return isSaidOfPasswords(written) || isIdentifier(written) || states.test(written) ? null : { start, written }
}

/** What a sentence says of a password, or calls it. */
const states =
  /^(?:passwor[td]s?|kennwort|correct|valid|strong|weak|good|secure|stored|saved|sent|too .*|not .*|is .*|the .*|an? .*|your .*|show|hide|save|next|login|log ?in|sign ?in|ok|yes|no|true|false|submit|confirm|current|new|old|text|plain|number|default|admin|user|username|email|e-mail|field|name|value|keine|kein|falsch.*|richtig|sicher|unsicher|ung\u00fcltig.*|weiter|anzeigen|speichern|anmelden)$/iu

/** What stands in a form in the place of a password. */
const inPlace =
  /^(?:required|optional|forgot(?:ten)?|missing|hidden|secret|string|none|null|unknown|invalid|incorrect|wrong|expired|changed|reset|disabled|enabled|encrypted|hashed|confidential|mandatory|empty|temporary|please|enter|see|same|never|erforderlich|vergessen|falsch|ung\u00fcltig|leer|geheim|abgelaufen|ge\u00e4ndert|siehe|fehlt|bitte|keines?|unbekannt|oubli\u00e9|inconnu|obligatoire|incorrect|expir\u00e9|voir|aucun|olvidada|incorrecta|obligatoria|ninguna|v\u00e9ase|dimenticata|errata|obbligatoria|scaduta|nessuna|vergeten|verplicht|onjuist|verlopen|zapomniane|wymagane|b\u0142\u0119dne|brak|zapomenut\u00e9|povinn\u00e9|chyba|glemt|p\u00e5kr\u00e6vet|forkert|gl\u00f6mt|obligatoriskt|felaktigt|unohtunut|pakollinen|v\u00e4\u00e4r\u00e4|elfelejtett|k\u00f6telez\u0151|hib\u00e1s|uitat\u0103|gre\u0219it\u0103|necesar\u0103)$/iu

export function isSaidOfPasswords(written: string): boolean {
  return inPlace.test(written)
}
