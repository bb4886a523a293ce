/** Compiles a list of recognizers into what the scan and the search look things up in. Done once per detector. */
import { built } from './built.ts'
import { INSERT } from './context-words.ts'
import { Lexicon } from './lexicon.ts'
import { type LandmarkForm, listPhrases } from './phrase-list.ts'
import type { BuiltInRecognizer, Finder, LabelFinder, LabelGroup } from './recognizer.ts'
import { type RunAnchor, RunTable, sizesBetween } from './run-filter.ts'
import { ShapeTree } from './shapes.ts'
import { addSign, bitOfUnit, bitsBehind, bitsOf, type SignTable } from './signs.ts'

export interface Step<F> {
  readonly recognizer: string
  readonly find: F
}

export interface TextStep extends Step<Finder> {
  /** What must follow the sign. */
  readonly rest: string
  /** The second unit of that; 0 where there is none. */
  readonly second: number
  /** The bits of what may follow the sign and of what may stand before it; see signs.ts. */
  readonly behind: number
  readonly before: number
}

export interface Tables {
  readonly lexicon: Lexicon
  readonly groups: readonly string[]
  readonly signs: SignTable
  /** The number of the list of steps by the sign and the unit behind it (see `placeOfSign`), 0 for none: half of all signs need no more. */
  readonly textLists: Uint16Array
  readonly texts: readonly (readonly TextStep[])[]
  /** By the number of a list, the bits of all that may stand before the sign. */
  readonly textsBefore: Uint8Array
  readonly shapes: ShapeTree<Step<Finder>>
  /** `null` stands for the shapes: where it is a step of a run, some shape may begin with it. */
  readonly runs: RunTable<Step<Finder> | null>
  readonly labels: ReadonlyMap<string, readonly Step<LabelFinder>[]>
  /** By index of the group: does some recognizer start from the values that it names? */
  readonly namesValues: readonly boolean[]
  /** By index of the group; `undefined` for groups of labels. */
  readonly words: readonly (readonly Step<Finder>[] | undefined)[]
}

const compiled = new Map<string, Tables>()
const mostCompiled = 8

/** The tables of some built-in recognizers. Kept, so that a second detector for the same types costs nothing. */
export function tablesFor(recognizers: readonly BuiltInRecognizer[], shared: readonly LabelGroup[]): Tables {
  const key = recognizers.map(({ name }) => name).join(' ')
  const known = compiled.get(key)
  if (known !== undefined) return known
  if (compiled.size >= mostCompiled) compiled.clear()
  const tables = compileTables(recognizers, shared)
  compiled.set(key, tables)
  return tables
}

/** `shared`: groups of words that any recognizer may ask about. */
export function compileTables(recognizers: readonly BuiltInRecognizer[], shared: readonly LabelGroup[]): Tables {
  const groups = groupsOf(recognizers, shared)
  const signs: SignTable = new Uint8Array(128)
  const texts: TextStep[][] = Array.from({ length: 128 }, () => [])
  const shapes = new ShapeTree<Step<Finder>>()
  const runs: RunAnchor<Step<Finder> | null>[] = []
  const labels = new Map<string, Step<LabelFinder>[]>()
  const words = new Map<string, Step<Finder>[]>()
  for (const { name, anchors } of recognizers) {
    for (const anchor of anchors) {
      if (anchor.kind === 'text') {
        const sign = anchor.text.charCodeAt(0)
        addSign(signs, anchor.text, anchor.next)
        const rest = anchor.text.slice(1)
        const second = rest.length > 1 ? rest.charCodeAt(1) : 0
        const behind = bitsBehind(anchor.text, anchor.next)
        texts[sign]!.push({ recognizer: name, rest, second, behind, before: bitsOf(anchor.before), find: anchor.find })
      } else if (anchor.kind === 'shape') {
        for (const shape of anchor.shapes) shapes.add(shape, { recognizer: name, find: anchor.find })
      } else if (anchor.kind === 'run') {
        const { shortest, longest, only: filter, find } = anchor
        runs.push({ sizes: sizesBetween(shortest, longest, filter.made), filter, step: { recognizer: name, find } })
      } else if (anchor.kind === 'word') {
        const steps = words.get(anchor.words.name) ?? []
        steps.push({ recognizer: name, find: anchor.find })
        words.set(anchor.words.name, steps)
      } else {
        const steps = labels.get(anchor.labels.name) ?? []
        steps.push({ recognizer: name, find: anchor.find })
        labels.set(anchor.labels.name, steps)
      }
    }
  }
  const wanted = new Set([...groups].map(({ name }) => name))
  const landmarks = landmarksOf(recognizers)
  const list = built?.phrases ?? listPhrases(groups, landmarks)
  const lexicon = new Lexicon(list, wanted, landmarks.length > 0)
  const names = list.groups.map(name => (wanted.has(name) ? name : ''))
  const namesValues = names.map(name => labels.has(name) || name === INSERT.name)
  return {
    lexicon,
    groups: names,
    signs,
    ...listTexts(texts.flatMap(stepsByNext)),
    shapes,
    runs: new RunTable([...runs, ...shapes.beginnings()]),
    labels,
    namesValues,
    words: names.map(name => words.get(name)),
  }
}

/** The groups whose words are looked for, each once. */
export function groupsOf(
  recognizers: readonly BuiltInRecognizer[],
  shared: readonly LabelGroup[],
): ReadonlySet<LabelGroup> {
  const groups = new Set(shared)
  for (const { anchors, context = [] } of recognizers) {
    for (const group of context) groups.add(group)
    for (const anchor of anchors) {
      if (anchor.kind === 'word') groups.add(anchor.words)
      else if (anchor.kind === 'label') groups.add(anchor.labels)
    }
  }
  return groups
}

/** Words that some recognizer needs near by. */
export function landmarksOf(
  recognizers: readonly BuiltInRecognizer[],
): (readonly [hash: number, form: LandmarkForm])[] {
  return recognizers.flatMap(({ landmarks = [] }) => [...landmarks])
}

/** One list for each unit that may stand behind a sign, and one for all units that are not ASCII. */
const nextUnits = 129

/** The place in `Tables.texts` for a sign and the unit behind it. */
export function placeOfSign(sign: number, next: number): number {
  return sign * nextUnits + (next < nextUnits ? next : nextUnits - 1)
}

/** The steps of one sign by the unit behind it: most signs have many, and few of them go on with that unit. */
function stepsByNext(steps: readonly TextStep[]): readonly (readonly TextStep[])[] {
  if (steps.length === 0) return noSteps
  const byBits = new Map<number, readonly TextStep[]>()
  const byNext = noSteps.map((_, next) => {
    const bits = bitOfUnit[next]!
    const known = byBits.get(bits) ?? steps.filter(({ rest, behind }) => rest === '' && (behind & bits) !== 0)
    byBits.set(bits, known)
    return known
  })
  for (const next of new Set(steps.map(({ rest }) => rest.charCodeAt(0)))) {
    // Not a number for a sign that stands alone.
    if (next < nextUnits) byNext[next] = steps.filter(step => goesOn(step, next))
  }
  return byNext
}

function goesOn({ rest, behind }: TextStep, next: number): boolean {
  return rest === '' ? (behind & bitOfUnit[next]!) !== 0 : rest.charCodeAt(0) === next
}

/** Gives each list a number; most signs and units behind them share one. */
function listTexts(byPlace: readonly (readonly TextStep[])[]): Pick<Tables, 'textLists' | 'texts' | 'textsBefore'> {
  const numbers = new Map<readonly TextStep[], number>()
  const texts: (readonly TextStep[])[] = [[]]
  const numberOf = (steps: readonly TextStep[]): number => {
    if (steps.length === 0) return 0
    const known = numbers.get(steps)
    if (known !== undefined) return known
    numbers.set(steps, texts.length)
    return texts.push(steps) - 1
  }
  const textLists = Uint16Array.from(byPlace, numberOf)
  const textsBefore = Uint8Array.from(texts, steps => steps.reduce((bits, { before }) => bits | before, 0))
  return { textLists, texts, textsBefore }
}

const noSteps: readonly (readonly TextStep[])[] = Array.from({ length: nextUnits }, () => [])
