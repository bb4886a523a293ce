/** What the build changes in the code that is published must leave what it does. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Plugin, rolldown } from 'rolldown'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

interface Changes {
  lazyPatterns(sources: string, lazily: string): Plugin
  withoutRawStrings(): Plugin
  asAscii(code: string): string
}

/** The scripts have no types of their own. */
async function loadChanges(): Promise<Changes> {
  const names: string[] = ['ascii', 'lazy-patterns'].map(name => `../../scripts/published/${name}.mjs`)
  const [ascii, lazy] = await Promise.all(names.map(name => import(name) as Promise<Changes>))
  return { ...ascii!, ...lazy! }
}

const lazily = 'export function lazily(make) { let made = null; return () => (made ??= make()) }'
let folder: string
let changes: Changes

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guard-published-'))
  writeFileSync(join(folder, 'patterns.js'), lazily)
  changes = await loadChanges()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let modules = 0

/** The published form of a module, and what its `value` is. */
async function publish(code: string): Promise<{ code: string; value: unknown }> {
  const file = join(folder, `module${modules++}.js`)
  writeFileSync(file, code)
  const plugins = [changes.withoutRawStrings(), changes.lazyPatterns(folder, join(folder, 'patterns.js'))]
  const bundle = await rolldown({ input: file, plugins })
  const { output } = await bundle.generate({ format: 'esm' })
  const published = changes.asAscii(output[0].code)
  const target = join(folder, `published${modules}.mjs`)
  writeFileSync(target, published)
  const loaded = (await import(fileURLToPath(new URL(`file://${target}`)))) as { value: unknown }
  return { code: published, value: loaded.value }
}

const literal = /\/[^/\n]*\\p\{/

describe('the published code', () => {
  it.each([
    [
      'a constant',
      'const word = /^\\p{L}+$/u\nexport const value = f("\u00e9a")\nfunction f(text) { return word.test(text) }',
      true,
    ],
    [
      'a constant made of a string',
      'const word = new RegExp("^\\\\p{L}+$", "u")\nconst f = t => word.test(t)\nexport const value = f("ab")',
      true,
    ],
    [
      'a constant made of another',
      'const one = /\\p{L}/u\nconst two = new RegExp("^" + one.source + "$", "u")\nconst f = t => two.test(t)\nexport const value = f("a")',
      true,
    ],
    [
      'a pattern within a function',
      'function f(text) { return /^\\p{Lu}/u.test(text) }\nexport const value = f("A") && f("B")',
      true,
    ],
    [
      'a pattern that is handed to a method',
      'const f = text => text.replace(/\\p{L}/gu, "x")\nexport const value = f("ab") + f("c1")',
      'xxx1',
    ],
    [
      'a property',
      'const made = { word: /^\\p{L}$/u }\nexport const value = [made.word.test("a"), made.word === made.word]',
      [true, true],
    ],
    [
      'a short property',
      'const word = /^\\p{L}$/u\nconst f = () => ({ word })\nexport const value = f().word.test("a")',
      true,
    ],
    [
      'a sticky constant',
      'const word = /\\p{L}/uy\nfunction f(text, at) { word.lastIndex = at; return word.test(text) && word.lastIndex }\nexport const value = [f("1a", 1), f("1a", 0)]',
      [2, false],
    ],
  ])('makes %s late', async (_what, code, expected) => {
    const published = await publish(code)
    expect(published.value).toEqual(expected)
    expect(published.code).not.toMatch(literal)
    expect(published.code).toContain('lazily')
  })

  it.each([
    [
      'a name that is declared again',
      'const word = /\\p{L}/u\nfunction f(word) { return word }\nexport const value = [f(7), word.source]',
      [7, '\\p{L}'],
    ],
    ['a constant that is read at once', 'const word = /\\p{L}/u\nexport const value = word.test("a")', true],
    ['an exported constant', 'export const word = /\\p{L}/u\nexport const value = (() => word.test("a"))()', true],
    [
      'a property whose name is reckoned',
      'const made = { ["wo" + "rd"]: /\\p{L}/u }\nexport const value = made.word.test("a")',
      true,
    ],
    [
      'a pattern that remembers its place',
      'function* f(text) { const word = /\\p{L}/gu; while (word.test(text)) yield word.lastIndex }\nexport const value = [...f("ab"), ...f("ab")]',
      [1, 2, 1, 2],
    ],
    ['patterns that ask Unicode nothing', 'const word = /[a-z]/\nexport const value = (() => word.test("a"))()', true],
  ])('leaves %s as it is', async (_what, code, expected) => {
    const published = await publish(code)
    expect(published.value).toEqual(expected)
    expect(published.code).not.toContain('lazily')
  })

  it('holds ASCII alone, and strings that say the same', async () => {
    const name = 'Ren\u00e9e \u{1f600}'
    const written = [
      `'${name}'`,
      `\`${name}\``,
      `String.raw\`\\d${name}\\\`\``,
      `/^${name}$/u.source`,
      `/[\u00e9]/.test('\u00e9')`,
    ]
    const published = await publish(`export const value = [${written.join(', ')}]`)
    expect(published.value).toEqual([name, name, `\\d${name}\\\``, '^Ren\\u00e9e \\ud83d\\ude00$', true])
    expect(published.code).not.toMatch(/[^\0-\x7f]/)
  })

  it('matches characters of two units where the pattern is written in escapes', async () => {
    const published = await publish(
      `export const value = ['\u{1f600}', '\ud83d'].map(text => /^[\u{1f600}]$/u.test(text))`,
    )
    expect(published.value).toEqual([true, false])
  })
})
