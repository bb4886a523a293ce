/**
 * Which runs a recognizer looks at, by what they are made of and what stands beside them. Decided once per kind of run, so that
 * a run of the text is handed only to recognizers that can use it.
 */

/** Digits only: `2031`. */
export const DIGITS = 0
/** A digit first, letters too: `10kg`. */
export const DIGIT_LED = 1
/** A letter first, digits too: `DE89`. */
export const LETTER_LED = 2
/** Capitals only: `BIC`. */
export const CAPITALS = 3
const kinds = 4

export interface RunFilter {
  /** `9` digits only, `9A` digits and letters with a digit first, `A9` with a letter first, `A` capitals only. Default: all. */
  readonly made?: readonly ('9' | '9A' | 'A9' | 'A')[]
  /** Signs of which one must stand right behind the run; `\n` is any end of a line, and of the text. Default: anything. */
  readonly after?: string
  /** Signs of which one must stand right before the run, in the same way. */
  readonly before?: string
  /** Signs that must not stand right before the run. Default: none. */
  readonly notBefore?: string
}

/** Signs that filters may name. Everything else is one class. */
const signs = ' \n.,:-/()+_$"\'\u00b0'
const signClasses = 16

/** The class of each unit up to U+00FF: 0 for those that no filter names. */
const classes = Uint8Array.from({ length: 256 }, (_, unit) => classOfUnit(unit))

function classOfUnit(unit: number): number {
  return unit === 0 || unit === 0x0d ? classOfUnit(0x0a) : signs.indexOf(String.fromCharCode(unit)) + 1
}

/** Longest run that an anchor can name; what makes a difference is known for shorter ones only. */
const longestRun = 256

export interface RunAnchor<S> {
  readonly shortest: number
  readonly longest: number
  readonly filter: RunFilter
  readonly step: S
}

/** The steps for each kind of run, made when the first run of that kind comes. */
export class RunTable<S> {
  readonly #anchors: readonly RunAnchor<S>[]
  /** By length, then by kind and the classes of the units beside the run. */
  readonly #steps: ((readonly S[] | undefined)[] | undefined)[] = []

  constructor(anchors: readonly RunAnchor<S>[]) {
    for (const { filter } of anchors) checkSigns(`${filter.after ?? ''}${filter.before ?? ''}${filter.notBefore ?? ''}`)
    this.#anchors = anchors
    for (let length = 0; length <= longestRun; length++) this.#steps.push(undefined)
  }

  /** Steps for a run of this length and kind between these two units (0 for the borders of the text). */
  stepsFor(length: number, kind: number, before: number, after: number): readonly S[] {
    if (length > longestRun) return none
    const classBefore = before < 256 ? classes[before]! : 0
    const classAfter = after < 256 ? classes[after]! : 0
    const place = (kind * signClasses + classBefore) * signClasses + classAfter
    const known = this.#steps[length]?.[place]
    return known === undefined ? this.#make(length, kind, classBefore, classAfter, place) : known
  }

  #make(length: number, kind: number, classBefore: number, classAfter: number, place: number): readonly S[] {
    const steps = this.#anchors
      .filter(({ shortest, longest }) => length >= shortest && length <= longest)
      .filter(({ filter }) => admits(filter, kind, classBefore, classAfter))
      .map(({ step }) => step)
    const row = this.#steps[length] ?? Array.from({ length: kinds * signClasses * signClasses }, () => undefined)
    this.#steps[length] = row
    row[place] = steps
    return steps
  }
}

const none: readonly never[] = []

function admits(
  { made, after, before, notBefore }: RunFilter,
  kind: number,
  classBefore: number,
  classAfter: number,
): boolean {
  if (made !== undefined && !made.includes(kindNames[kind]!)) return false
  if (after !== undefined && !namesClass(after, classAfter)) return false
  if (before !== undefined && !namesClass(before, classBefore)) return false
  return notBefore === undefined || !namesClass(notBefore, classBefore)
}

/** Class 0 is in no list. */
function namesClass(named: string, unitClass: number): boolean {
  return unitClass !== 0 && named.includes(signs.charAt(unitClass - 1))
}

const kindNames = ['9', '9A', 'A9', 'A'] as const

function checkSigns(named: string): void {
  for (const sign of named) if (!signs.includes(sign)) throw new TypeError(`A filter of runs cannot name "${sign}"`)
}
