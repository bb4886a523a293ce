/** Finds the route of a path. Routes are kept by the last word of their pattern, so that a look-up tries few of them. */
import type { WireFormatName } from '../../options.ts'
import type { Route } from './routes.ts'

interface CompiledRoute extends Route {
  /** Made when a path first asks for it: a process meets few of the routes. */
  matches(path: string): boolean
}

export class RouteTable {
  readonly #byLastWord = new Map<string, CompiledRoute[]>()
  readonly #open: CompiledRoute[] = []

  constructor(routes: readonly Route[]) {
    for (const route of [...routes].sort((a, b) => segments(b) - segments(a))) {
      const compiled = compile(route)
      const word = lastWord(route.path)
      if (/[{*]/.test(word)) this.#open.push(checkOpen(compiled))
      else this.#byLastWord.set(word, [...(this.#byLastWord.get(word) ?? []), compiled])
    }
  }

  /** The route of a path on a host that speaks these families, families first named first. */
  find(path: string, families: readonly WireFormatName[]): Route | null {
    const trimmed = withoutSlash(path)
    const literal = this.#byLastWord.get(lastWord(trimmed)) ?? []
    return (
      firstOf(literal, families, trimmed) ??
      firstOf(this.#open, families, trimmed) ??
      literal.find(route => route.anywhere !== undefined && route.matches(trimmed)) ??
      null
    )
  }

  /** The route of a path on a host nobody named. */
  findAnywhere(path: string): Route | null {
    const literal = this.#byLastWord.get(lastWord(path))
    return literal?.find(route => route.anywhere !== undefined && route.matches(path)) ?? null
  }
}

function firstOf(routes: readonly CompiledRoute[], families: readonly string[], path: string): Route | undefined {
  if (routes.length === 0) return undefined
  const matching = routes.filter(route => route.matches(path))
  for (const family of families) {
    const route = matching.find(candidate => candidate.family === family)
    if (route !== undefined) return route
  }
  return undefined
}

function segments({ path }: Route): number {
  return path.split('/').length
}

function checkOpen(route: CompiledRoute): CompiledRoute {
  if (route.anywhere !== undefined) throw new TypeError(`${route.path} ends in a wildcard, so it cannot hold anywhere`)
  return route
}

function compile(route: Route): CompiledRoute {
  let pattern: RegExp | null = null
  const matches = (path: string): boolean => {
    pattern ??= compilePath(route.path)
    return pattern.test(path)
  }
  return { ...route, matches }
}

function compilePath(path: string): RegExp {
  const below = path.endsWith('/**')
  const source = (below ? path.slice(0, -3) : path)
    .split(/(\{[^}]*\}\/?)/)
    .map(part => (part.startsWith('{') ? placeholderSource(part) : part.replace(/[.*+?^$()|[\]\\]/g, '\\$&')))
    .join('')
  return new RegExp(`(?:^|/)${source}${below ? '(?:/.*)?' : ''}$`)
}

/** A whole segment may hold a colon, as the ids of Bedrock models do; at the end of a path a colon begins a method. */
function placeholderSource(part: string): string {
  return part.endsWith('/') ? '[^/]+/' : '[^/:]+'
}

/** What stands behind the last slash or colon. By a loop, for the reason that match.ts gives. */
function lastWord(path: string): string {
  let start = path.length
  while (start > 0 && path.charCodeAt(start - 1) !== 0x2f && path.charCodeAt(start - 1) !== 0x3a) start--
  return path.slice(start)
}

function withoutSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
}
