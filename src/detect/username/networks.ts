/** Names of accounts beside that of the network: `"satsumo" on Telegram`, "en Twitch soy elgatoverde7". */
import { lazily, matchAt } from '../patterns.ts'
import type { Findings } from '../recognizer.ts'
import { LIKELY } from '../scores.ts'
import type { View } from '../view.ts'
import { closesName, isCoded, isDotted, isName, name } from './account-names.ts'

const furthest = 64

const before = lazily(
  () =>
    /(?:["'`(]([a-z][\w.-]{2,30})["'`)]|(?<![\w.@/-])([a-z][\w.-]{3,30})),? (?:on|auf|bei|sur|su|en|em|no|na|p\u00e5|pe|op|\u03c3\u03b5|\u03c3\u03c4\u03bf|\u0432|\u0432\u044a\u0432|v|ve|i|\u00e1|fuq|ar)(?: (?:the|il|le|la|o|el))? $/iu,
)

/** Verbs of being and of being called. */
const naming = lazily(
  () =>
    /,? (?:[\p{L}']{1,12} ){0,2}?(?:is|am|as|called|ist|bin|hei\u00dft|hei\u00dfe|heisst|als|est|suis|c'est|comme|\u00e8|sono|come|es|soy|como|\u00e9|sou|ben|heet|er|hedder|heter|\u00e4r|jest|jestem|jako|je|jsem|som|ako|sam|kao|sem|kot|e|sunt|este|ca|vagyok|on|olen|yra|esu|ir|esmu|\u0441\u044a\u043c|\u0435|\u03b5\u03af\u03bd\u03b1\u03b9|\u03b5\u03af\u03bc\u03b1\u03b9|hu|jien)(?: (?:jako|als|comme|sie|er|ich|she|he|io|eu|jag|han|hun|hon|ze|hij))? ["'`@]?(?=[a-z])/iuy,
)

export function findBesideNetwork(view: View, start: number, end: number, findings: Findings): void {
  const from = Math.max(0, start - furthest)
  const found = before().exec(view.text.slice(from, start))
  const quoted = found?.[1]
  const bare = found?.[2]
  if (found !== null && (quoted !== undefined || (bare !== undefined && isSigned(bare)))) {
    const at = from + found.index + (quoted === undefined ? 0 : 1)
    const stop = at + (quoted ?? bare)!.length
    if (isName(view, view.text.slice(at, stop), stop)) findings.add(at, stop, 'USERNAME', LIKELY)
  }
  const at = matchAt(view, naming(), end)
  const stop = at < 0 ? -1 : matchAt(view, name, at)
  if (stop > 0 && isSigned(view.text.slice(at, stop)) && closesName(view, stop))
    findings.add(at, stop, 'USERNAME', LIKELY)
}

function isSigned(written: string): boolean {
  return isCoded(written) || isDotted(written)
}
