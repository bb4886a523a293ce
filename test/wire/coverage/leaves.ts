/** Every place of a type at which a string may stand, each with the smallest body that has it. */
import { type Checker, type Type, TypeFlags } from 'typescript/unstable/sync'

export interface TypeLeaf {
  /** `input[]<message>.content[]<input_text>.text`: as the rules of a wire format name places. */
  readonly path: string
  /** The smallest value of the type that holds `text` there: besides the leaf only what tells one object from another. */
  body(text: string): unknown
}

type Wrap = (inner: unknown) => unknown

/** What the walk has to know of a type. Asked of the compiler once, since each question is a call to another process. */
type Shape = { readonly kind: 'any-text' | 'nothing' } | PartShape | ObjectShape

interface PartShape {
  readonly kind: 'union' | 'array'
  readonly types: readonly Type[]
}

interface ObjectShape {
  readonly kind: 'object'
  /** Fields that can hold one string only: what tells this kind of object from the others. */
  readonly fixed: Readonly<Record<string, string>>
  readonly properties: readonly (readonly [name: string, type: Type])[]
  readonly values: readonly Type[]
}

interface Visit {
  readonly type: Type
  readonly path: string
  readonly wrap: Wrap
  /** Types above: one that holds itself is not entered again. */
  readonly above: readonly number[]
}

export interface LeafOptions {
  /** Top-level fields that do not stand in the body: path, query and header parameters. */
  readonly without?: readonly string[]
  /** How the names of fields are spelled on the wire. */
  readonly spell?: (name: string) => string
}

const mostLeaves = 20_000

export class LeafReader {
  readonly #checker: Checker
  readonly #folder: string
  readonly #shapes = new Map<number, Shape>()

  /** Types declared outside the folder of the package are those of the platform: files, streams, dates. */
  constructor(checker: Checker, folder: string) {
    this.#checker = checker
    this.#folder = folder
  }

  leavesOf(root: Type, { without = [], spell = name => name }: LeafOptions = {}): TypeLeaf[] {
    const leaves: TypeLeaf[] = []
    const seen = new Set<string>()
    const pending: Visit[] = [{ type: root, path: '', wrap: value => value, above: [] }]
    for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
      if (visit.above.includes(visit.type.id)) continue
      if (leaves.length > mostLeaves) throw new RangeError(`more than ${mostLeaves} leaves: the walk does not end`)
      const shape = this.#shapeOf(visit.type)
      if (shape.kind === 'any-text') add(visit)
      else if (shape.kind === 'object') pending.push(...members(visit, shape))
      else if (shape.kind === 'union' || shape.kind === 'array') pending.push(...parts(visit, shape))
    }
    return leaves.reverse()

    function add({ path, wrap }: Visit): void {
      const key = JSON.stringify(wrap(''))
      if (seen.has(key)) return
      seen.add(key)
      leaves.push({ path, body: wrap })
    }

    function parts({ type: holder, path, wrap, above: before }: Visit, { kind, types }: PartShape): Visit[] {
      const above = [...before, holder.id]
      if (kind === 'union') return types.map(type => ({ type, path, wrap, above }))
      return types.map(type => ({ type, path: `${path}[]`, wrap: value => wrap([value]), above }))
    }

    function members({ type, path, wrap, above }: Visit, shape: ObjectShape): Visit[] {
      const fixed = Object.fromEntries(Object.entries(shape.fixed).map(([name, value]) => [spell(name), value]))
      const kind = shape.fixed['type'] ?? shape.fixed['role']
      const here = kind === undefined ? path : `${path}<${kind}>`
      const member = (name: string, inner: Type): Visit => ({
        type: inner,
        path: here === '' ? name : `${here}.${name}`,
        wrap: value => wrap({ ...fixed, [name === '*' ? 'field_of_mine' : name]: value }),
        above: [...above, type.id],
      })
      return [
        ...shape.properties
          .filter(([name]) => path !== '' || !without.includes(name))
          .map(([name, inner]) => member(spell(name), inner)),
        ...shape.values.map(inner => member('*', inner)),
      ]
    }
  }

  #shapeOf(type: Type): Shape {
    const known = this.#shapes.get(type.id)
    if (known !== undefined) return known
    const shape = this.#readShape(type)
    this.#shapes.set(type.id, shape)
    return shape
  }

  #readShape(type: Type): Shape {
    if (type.isUnionType()) return { kind: 'union', types: type.getTypes() }
    if (isAnyText(type)) return { kind: 'any-text' }
    if (!(type.flags & (TypeFlags.Object | TypeFlags.Intersection))) return { kind: 'nothing' }
    if (this.#checker.isArrayLikeType(type)) {
      return { kind: 'array', types: type.isTypeReference() ? this.#checker.getTypeArguments(type) : [] }
    }
    return this.#isForeign(type) ? { kind: 'nothing' } : this.#readObject(type)
  }

  #readObject(type: Type): Shape {
    const checker = this.#checker
    const symbols = checker.getPropertiesOfType(type)
    const types = checker.getTypeOfSymbol(symbols)
    const fixed: Record<string, string> = {}
    const properties: [string, Type][] = []
    for (const [at, { name }] of symbols.entries()) {
      const inner = types[at]
      // `$unknown`, `$metadata`: what a client adds for the application, never sent.
      if (inner === undefined || name.startsWith('$')) continue
      const literal = onlyLiteral(inner)
      if (literal !== undefined) fixed[name] = literal
      else if (checker.getSignaturesOfType(inner, 0).length === 0) properties.push([name, inner])
    }
    return { kind: 'object', fixed, properties, values: checker.getIndexInfosOfType(type).map(info => info.valueType) }
  }

  #isForeign(type: Type): boolean {
    const symbol = type.getSymbol()
    // `Record<…>` and its like have no name of their own; what they map does.
    if (symbol === undefined || symbol.name.startsWith('__')) return false
    const { declarations } = symbol
    return declarations.length > 0 && !declarations.some(({ path }) => path.startsWith(this.#folder))
  }
}

const freeFlags =
  TypeFlags.String | TypeFlags.Any | TypeFlags.Unknown | TypeFlags.TemplateLiteral | TypeFlags.NonPrimitive

/** Any text may stand there: `string`, `string & {}`, `unknown`. */
function isAnyText(type: Type): boolean {
  if (type.flags & freeFlags) return true
  return type.isIntersectionType() && type.getTypes().some(part => (part.flags & TypeFlags.String) !== 0)
}

function onlyLiteral(type: Type): string | undefined {
  const types = type.isUnionType() ? type.getTypes().filter(part => !(part.flags & TypeFlags.Undefined)) : [type]
  const [only] = types
  return types.length === 1 && only?.isStringLiteralType() === true ? only.value : undefined
}
