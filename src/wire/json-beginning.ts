/**
 * Telling from its first units that a text is JSON. Only beginnings count that no placeholder and no prose has: `{"`, `{}`,
 * `["` and `[{`, with blanks in between.
 */
export type Beginning = 'blank' | 'brace' | 'bracket' | 'json' | 'other'

export function nextBeginning(seen: Beginning, unit: string): Beginning {
  if (unit === ' ' || unit === '\n' || unit === '\r' || unit === '\t') return seen
  if (seen === 'blank') return unit === '{' ? 'brace' : unit === '[' ? 'bracket' : 'other'
  if (seen === 'brace') return unit === '"' || unit === '}' ? 'json' : 'other'
  if (seen === 'bracket') return unit === '"' || unit === '{' ? 'json' : 'other'
  return seen
}

export function beginsLikeJson(text: string): boolean {
  let seen: Beginning = 'blank'
  for (let at = 0; at < text.length && seen !== 'json' && seen !== 'other'; at++) {
    seen = nextBeginning(seen, text.charAt(at))
  }
  return seen === 'json'
}
