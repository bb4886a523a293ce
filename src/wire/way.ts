/** The way from an object to a text inside of it: `content.parts[partIndex].text`. */

export interface WayPart {
  readonly key: string
  /** Names of the field that numbers an element, where the value is a list. */
  readonly numberedBy: readonly string[] | null
}

export type Way = readonly WayPart[]

const ways = new Map<string, Way>()

/** Throws for what is no way. Patterns are those of the formats: a few, read once each. */
export function wayOf(pattern: string): Way {
  const way = ways.get(pattern) ?? readWay(pattern)
  ways.set(pattern, way)
  return way
}

function readWay(pattern: string): Way {
  return pattern.split('.').map(part => {
    const match = /^(\w+)(?:\[(\w+(?:\|\w+)*)\])?$/.exec(part)
    if (match === null) throw new TypeError(`${pattern} is not a way`)
    return { key: match[1]!, numberedBy: match[2]?.split('|') ?? null }
  })
}
