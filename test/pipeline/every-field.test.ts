/** A value of every entity type in every text field that a wire format names, through the whole pipeline and back. */
import { afterAll, describe, expect, it } from 'vitest'
import { createGuard } from '../../src/guard.ts'
import { routes } from '../../src/wire/providers/routes.ts'
import type { RuleClass, RuleNode } from '../../src/wire/rules.ts'
import { everyType } from '../kit/every-type.ts'

const { text, values } = everyType()
const texts: ReadonlySet<RuleClass> = new Set(['JSONTEXT', 'PROMPT', 'SIGNED', 'TEXT', 'UNNAMED', 'VALUE'])

type Wrap = (inner: unknown) => unknown

interface Field {
  readonly path: string
  readonly wrap: Wrap
}

/** The text fields below a node, each in the smallest body that has it. Shapes that hold themselves are entered once. */
function* fieldsOf(node: RuleNode, wrap: Wrap, path: string, above: readonly RuleNode[]): Iterable<Field> {
  if (above.includes(node)) return
  if (node.target !== null && texts.has(node.target)) yield { path, wrap }
  const within = [...above, node]
  const members = (inner: RuleNode, fixed: object): [string, RuleNode, object][] => [
    ...[...inner.keys].map(([key, child]): [string, RuleNode, object] => [key, child, fixed]),
    ...(inner.anyKey === null ? [] : [['any_key', inner.anyKey, fixed] as [string, RuleNode, object]]),
  ]
  const kinds = [...node.kinds].flatMap(([type, inner]) => members(inner, { type }))
  for (const [key, child, fixed] of [...members(node, {}), ...kinds]) {
    yield* fieldsOf(child, inner => wrap({ ...fixed, [key]: inner }), `${path}.${key}`, within)
  }
  if (node.element !== null) yield* fieldsOf(node.element, inner => wrap([inner]), `${path}[]`, within)
}

const origin = 'http://127.0.0.1:9'
const families = [...new Set(routes.map(({ family }) => family))]
const places = families.map(format => [`my-${format}`, { baseUrl: `${origin}/${format}`, format }])
const guard = createGuard({ mode: 'explicit', providers: Object.fromEntries(places), state: 'memory' })
afterAll(async () => await guard.close())

const formats = [...new Map(routes.map(route => [route.format, route])).values()]
/** A field's name may bear on what is found in it; fields of one name are searched alike. */
const seen = new Set<string>()

describe.each(formats)('a request of $format.name', ({ format, family }) => {
  const all = [...fieldsOf(format.request.root, inner => inner, '', [])].filter(({ path }) => path !== '')
  const fresh = all.filter(({ path }) => {
    const name = /[^.[\]]*(?:\[\])*$/.exec(path)?.[0] ?? ''
    return seen.size < seen.add(name).size
  })
  const fields = fresh.length === 0 ? all.slice(0, 2) : fresh

  it('has every value replaced in its text fields, and restored', {
    timeout: 60_000,
  }, async () => {
    const url = new URL(`${origin}/${family}/v1/${pathOf(format.name)}`)
    expect(fields.length).toBeGreaterThan(0)
    for (const { path, wrap } of fields) {
      const body = Buffer.from(JSON.stringify(wrap(text)))
      const headers = [['content-type', 'application/json'] as const]
      const exchange = await guard.pipeline.opener.open({ method: 'POST', url, headers, body })
      const left = Buffer.from(exchange.request.body ?? []).toString('utf8')
      const missed = Object.entries(values).filter(([, value]) => left.includes(value))
      expect(missed, path).toEqual([])
      const { body: restorer } = exchange.answer(200, [['content-type', 'text/plain']])
      const back = Buffer.concat([
        restorer!.write(Buffer.from(left.match(/Kind regards.*?\[SECRET_\d+\]\./)?.[0] ?? '')),
        restorer!.end(),
      ])
      expect(back.toString('utf8'), path).toBe(text)
      exchange.close('done')
    }
  })
})

function pathOf(name: string): string {
  const { path } = routes.find(route => route.format.name === name)!
  return path.replace(/\/\*\*$/, '').replace(/\{[^}]+\}/g, 'x')
}
