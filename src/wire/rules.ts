/**
 * Classes of strings as readable data. A pattern names a place, its target says what stands there:
 *
 *   `messages[].content[]<image_url>.image_url.url`
 *
 * Segments are keys; `*` is any key; `[]` goes into the elements of an array; `<x|y>` picks objects whose `type` or
 * `role` is `x` or `y`. A target is a class, or `$name` for a shape that is written down once and may contain itself.
 *
 * What no pattern names is text, and a free JSON value where it is an object or an array. So a field that this package has never
 * heard of is read, and the data lists exceptions only.
 */

/**
 * Beside the classes of leaves (format.ts):
 * VALUE: a free JSON value, every string, number and odd key in it is text, JSON inside its strings is opened.
 * JSONTEXT: a string that holds JSON. SIGNED: text under a signature of the provider, which stands beside it as SEAL.
 * UNNAMED: what no pattern names; treated as VALUE.
 * BASE64: a file in base64. Where it is text it is read like a VALUE, anything else is MEDIA.
 * ENDS: in streams, a value that is neither null nor false ends what grows in the object it stands in. Its own text is
 * treated as unnamed.
 * GROWS, JSON_GROWS, SIGNED_GROWS: in streams, a text (a JSON text, a signed text) that comes piece by piece.
 * SIGNED_PART_GROWS: the same where the signature stands beside the list that the text is an element of.
 * PIECE: a text that grows, but goes on only where `willContinue` beside it says so.
 * RUN: in streams, a list of increments. Neighbours of one kind are one text, across events, whatever their position; an
 * element of another kind ends it. A string in place of the list grows. In complete answers a list of strings is one text.
 * SIGNED_VALUE: a free JSON value under a signature that stands beside it or above it.
 * PROMPT: text, or token ids in place of text, which nobody here can read: strings are text, numbers are TOKEN.
 * START, END: numbers that are positions in a text beside them; SENT_START, SENT_END: in a document of the request
 * (positions.ts). They move with the text; otherwise they are an ID.
 * FIXED: passed on as it is without a look; only in answers, where leaving a thing alone cannot leak.
 */
export type RuleClass =
  | 'BASE64'
  | 'END'
  | 'ENDS'
  | 'FIXED'
  | 'GROWS'
  | 'ID'
  | 'IDENT'
  | 'JSONTEXT'
  | 'JSON_GROWS'
  | 'MEDIA'
  | 'NAME'
  | 'OPAQUE'
  | 'PIECE'
  | 'PROMPT'
  | 'RUN'
  | 'SEAL'
  | 'SECRET'
  | 'SENT_END'
  | 'SENT_START'
  | 'SIGNED'
  | 'SIGNED_GROWS'
  | 'SIGNED_PART_GROWS'
  | 'SIGNED_VALUE'
  | 'START'
  | 'TEXT'
  | 'TITLE'
  | 'UNNAMED'
  | 'URL'
  | 'VALUE'

export type RuleTarget = RuleClass | `$${string}`
export type Shape = Readonly<Record<string, RuleTarget>>

export interface RuleNode {
  target: RuleClass | null
  readonly keys: Map<string, RuleNode>
  anyKey: RuleNode | null
  element: RuleNode | null
  /** By `type` or `role` of the object. */
  readonly kinds: Map<string, RuleNode>
}

export interface Rules {
  readonly root: RuleNode
  /** Some lists hold the pieces of one text, which may be cut anywhere. */
  readonly holdRuns: boolean
}

export interface RulesSource {
  readonly root: Shape
  readonly shapes?: Readonly<Record<string, Shape>>
}

/**
 * Compiles patterns to a tree that the walk follows, when the first message of its kind comes: a process speaks to few of the
 * providers. Mistakes in the data throw then (a test compiles all of them).
 */
export function compileRules(source: RulesSource): Rules {
  let root: RuleNode | null = null
  return {
    get root() {
      root ??= treeOf(source)
      return root
    },
    holdRuns: [source.root, ...Object.values(source.shapes ?? {})].some(shape => Object.values(shape).includes('RUN')),
  }
}

function treeOf(source: RulesSource): RuleNode {
  const shapes = new Map(Object.entries(source.shapes ?? {}).map(([name, shape]) => [name, { shape, node: newNode() }]))
  const nodeOf = (target: RuleTarget): RuleNode => {
    if (!isShapeName(target)) return newNode(target)
    const named = shapes.get(target.slice(1))
    if (named === undefined) throw new TypeError(`no shape is called ${target}`)
    return named.node
  }
  const root = newNode()
  addShape(root, source.root, nodeOf)
  for (const { shape, node } of shapes.values()) addShape(node, shape, nodeOf)
  return root
}

function addShape(root: RuleNode, shape: Shape, nodeOf: (target: RuleTarget) => RuleNode): void {
  for (const [pattern, target] of Object.entries(shape)) {
    let places = [new Slot(root)]
    for (const step of parsePattern(pattern)) places = places.flatMap(place => place.enter(step))
    for (const place of places) place.set(target, nodeOf, pattern)
  }
}

function isShapeName(target: RuleTarget): target is `$${string}` {
  return target.startsWith('$')
}

type PatternStep = { readonly key: string } | { readonly kinds: readonly string[] } | 'element'

function parsePattern(pattern: string): PatternStep[] {
  // A dot inside `<…>` is part of the kind: `<message.output.delta>`.
  return pattern.split(/\.(?![^<]*>)/).flatMap(segment => {
    const parts = /^([^[\]<>]*)((?:\[\])*)(?:<([^<>]+)>)?$/.exec(segment)
    if (parts === null) throw new TypeError(`${pattern} is not a pattern`)
    const [, key = '', brackets = '', kinds] = parts
    const steps: PatternStep[] = key === '' ? [] : [{ key }]
    for (let depth = 0; depth < brackets.length; depth += 2) steps.push('element')
    if (kinds !== undefined) steps.push({ kinds: kinds.split('|') })
    return steps
  })
}

/** A node, or the place in its parent where it will hang; a shape is hung in without being copied. */
class Slot {
  readonly #read: () => RuleNode | null
  readonly #write: ((node: RuleNode) => void) | null

  constructor(read: RuleNode | (() => RuleNode | null), write: ((node: RuleNode) => void) | null = null) {
    this.#read = typeof read === 'function' ? read : () => read
    this.#write = write
  }

  #node(): RuleNode {
    const node = this.#read() ?? newNode()
    this.#write?.(node)
    return node
  }

  enter(step: PatternStep): Slot[] {
    const node = this.#node()
    if (step === 'element') {
      return [
        new Slot(
          () => node.element,
          element => {
            node.element = element
          },
        ),
      ]
    }
    if ('kinds' in step) return step.kinds.map(kind => mapSlot(node.kinds, kind))
    if (step.key !== '*') return [mapSlot(node.keys, step.key)]
    return [
      new Slot(
        () => node.anyKey,
        anyKey => {
          node.anyKey = anyKey
        },
      ),
    ]
  }

  set(target: RuleTarget, nodeOf: (target: RuleTarget) => RuleNode, pattern: string): void {
    const present = this.#read()
    if (present === null) {
      this.#write?.(nodeOf(target))
    } else if (present.target === null && !isShapeName(target)) {
      present.target = target
    } else {
      throw new TypeError(`${pattern} is given twice`)
    }
  }
}

function mapSlot(map: Map<string, RuleNode>, key: string): Slot {
  return new Slot(
    () => map.get(key) ?? null,
    node => map.set(key, node),
  )
}

function newNode(target: RuleClass | null = null): RuleNode {
  return { target, keys: new Map(), anyKey: null, element: null, kinds: new Map() }
}

const zones = new Map<RuleClass, RuleNode>()

/** The node of a class that holds for everything below. */
export function zoneOf(target: RuleClass): RuleNode {
  const known = zones.get(target)
  if (known !== undefined) return known
  const zone = newNode(target)
  zone.anyKey = zone
  zone.element = zone
  zones.set(target, zone)
  return zone
}
