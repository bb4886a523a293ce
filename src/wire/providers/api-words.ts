/**
 * Tells the URLs that are made of a provider's own words: `/v1/chat/completions`, not `/v1/files/file-abc`. They name nothing of
 * a caller's, so they may be remembered.
 */
import type { Route } from './routes.ts'

const version = /^v\d{1,2}(?:(?:alpha|beta)\d?)?$/
const longest = 160

export class ApiWords {
  readonly #words = new Set<string>(['api', 'openai'])

  /** The literal segments of the routes, and those of the addresses that the options give. */
  constructor(routes: readonly Pick<Route, 'path'>[], bases: readonly { readonly path: string }[]) {
    for (const { path } of routes) {
      for (const word of path.split('/')) if (!/[{*]/.test(word)) this.#words.add(word)
    }
    for (const { path } of bases) for (const word of path.split('/')) this.#words.add(word)
  }

  /** Nothing but such words in the path, no query, no fragment, no user. */
  spell({ href, pathname, search, hash, username, password }: URL): boolean {
    if (href.length > longest || search !== '' || hash !== '' || username !== '' || password !== '') return false
    return pathname.split('/').every(segment => segment === '' || this.#words.has(segment) || version.test(segment))
  }
}
