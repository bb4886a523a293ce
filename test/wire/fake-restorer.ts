/** A restorer with the simplest tokens there are: `«NAME»`. What wire has to do does not depend on real placeholders. */
import type { ChannelRestorer, EscapeLevel, TextRestorer } from '../../src/types.ts'

export function fakeRestorer(values: Readonly<Record<string, string>>): TextRestorer {
  const longest = Math.max(0, ...Object.keys(values).map(name => name.length + 2))
  return {
    whole: (text, level) => restore(text, values, level),
    channel: level => new FakeChannel(values, level, longest),
  }
}

function restore(text: string, values: Readonly<Record<string, string>>, level: EscapeLevel): string {
  return text.replace(/«([^«»]*)»/g, (token, name: string) => {
    const value = values[name]
    return value === undefined ? token : escapeFor(value, level)
  })
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

  constructor(values: Readonly<Record<string, string>>, level: EscapeLevel, longest: number) {
    this.#values = values
    this.#level = level
    this.#longest = longest
  }

  get holding(): boolean {
    return this.#held !== ''
  }

  write(piece: string): string {
    const text = this.#held + piece
    const open = text.lastIndexOf('«')
    const mayGrow = open !== -1 && !text.includes('»', open) && text.length - open < this.#longest
    this.#held = mayGrow ? text.slice(open) : ''
    return restore(mayGrow ? text.slice(0, open) : text, this.#values, this.#level)
  }

  flush(): string {
    return this.end()
  }

  end(): string {
    const held = this.#held
    this.#held = ''
    return restore(held, this.#values, this.#level)
  }
}
