/**
 * Finds the places of a text where a URL may begin, each by the search for one or two characters that the engine does
 * fastest: a superset of what `starts` in url-run.ts matches and `runFrom` there accepts.
 */
const signs = ['//', ':/', ':\\', '](', '=', 'w.', 'W.'] as const

export class UrlStarts {
  readonly #text: string
  readonly #next: number[]
  #nearest: number

  constructor(text: string) {
    this.#text = text
    this.#next = signs.map(sign => startOf(text, sign, 0))
    this.#nearest = Math.min(...this.#next)
  }

  /** The first place at or after `from`, or the length of the text. Positions asked for may only grow. */
  next(from: number): number {
    if (this.#nearest >= from) return this.#nearest
    const next = this.#next
    let nearest = this.#text.length
    for (let index = 0; index < signs.length; index++) {
      if (next[index]! < from) next[index] = startOf(this.#text, signs[index]!, from)
      if (next[index]! < nearest) nearest = next[index]!
    }
    this.#nearest = nearest
    return nearest
  }
}

function startOf(text: string, sign: (typeof signs)[number], from: number): number {
  let at = text.indexOf(sign, from)
  while (at !== -1 && !mayBegin(text, sign, at)) at = text.indexOf(sign, at + 1)
  if (at === -1) return text.length
  return sign === 'w.' || sign === 'W.' ? Math.max(from, at - 2) : at
}

function mayBegin(text: string, sign: (typeof signs)[number], at: number): boolean {
  switch (sign) {
    case '=':
      return followsAttribute(text, at)
    case 'w.':
    case 'W.':
      return isW(text.charCodeAt(at - 1)) && isW(text.charCodeAt(at - 2))
    case ':/':
    case ':\\':
      return text.charCodeAt(at + 2) === 0x2f || text.charCodeAt(at + 2) === 0x5c
    default:
      return true
  }
}

function isW(unit: number): boolean {
  return (unit | 0x20) === 0x77
}

/** The last letters of attributes that hold a URL: src, href, srcset, poster, formaction, ping. */
const lastLetters = new Set([...'cftrngCFTRNG'].map(letter => letter.charCodeAt(0)))
const mostBlanks = 32

function followsAttribute(text: string, at: number): boolean {
  for (let before = at - 1; before >= 0 && before > at - mostBlanks; before--) {
    const unit = text.charCodeAt(before)
    if (unit > 0x20) return unit > 0x7e || lastLetters.has(unit)
  }
  return at > mostBlanks
}
