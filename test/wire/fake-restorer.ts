/** A restorer with the simplest tokens there are: `«NAME»`. What wire has to do does not depend on real placeholders. */
import type { ChannelRestorer, EscapeLevel, RestoreLog, TextRestorer } from '../../src/types.ts'

export function fakeRestorer(values: Readonly<Record<string, string>>): TextRestorer {
  const longest = Math.max(0, ...Object.keys(values).map(name => name.length + 2))
  return {
    idle: longest === 0,
    whole: (text, level) => restore(text, values, level),
    mayChange: json => /[«\\]/.test(json),
    channel: (level, log) => new FakeChannel(values, level, longest, log),
    uncounted: () => fakeRestorer(values),
    exact: () => fakeRestorer(values),
    holdsRedacted: text => text.includes('[GONE]'),
  }
}

function restore(
  text: string,
  values: Readonly<Record<string, string>>,
  level: EscapeLevel,
  log?: RestoreLog | undefined,
): string {
  let kept = 0
  const restored = text.replace(/«([^«»]*)»/g, (token, name: string, at: number) => {
    const value = values[name]
    if (value === undefined) return token
    const shown = escapeFor(value, level)
    log?.kept(text.slice(kept, at))
    log?.replaced(token, shown)
    kept = at + token.length
    return shown
  })
  log?.kept(text.slice(kept))
  return restored
}

function escapeFor(value: string, level: EscapeLevel): string {
  let escaped = value
  for (let done = 0; done < level; done++) escaped = JSON.stringify(escaped).slice(1, -1)
  return escaped
}

class FakeChannel implements ChannelRestorer {
  #held = ''
  readonly #values: Readonly<Record<string, string>>
  readonly #level: EscapeLevel
  readonly #longest: number
  readonly #log: RestoreLog | undefined

  constructor(
    values: Readonly<Record<string, string>>,
    level: EscapeLevel,
    longest: number,
    log: RestoreLog | undefined,
  ) {
    this.#values = values
    this.#level = level
    this.#longest = longest
    this.#log = log
  }

  get holding(): boolean {
    return this.#held !== ''
  }

  write(piece: string): string {
    const text = this.#held + piece
    const open = text.lastIndexOf('«')
    const mayGrow = open !== -1 && !text.includes('»', open) && text.length - open < this.#longest
    this.#held = mayGrow ? text.slice(open) : ''
    return restore(mayGrow ? text.slice(0, open) : text, this.#values, this.#level, this.#log)
  }

  flush(): string {
    return this.end()
  }

  end(): string {
    const held = this.#held
    this.#held = ''
    return restore(held, this.#values, this.#level, this.#log)
  }
}
