/** Text in, findings out: built-in recognizers and the user's own, then names; what is allowed goes, overlaps are merged. */
import type { Detector, EntityAction, EntityType, FieldHint, Finding, Profile, Recognizer } from '../types.ts'
import { findBesideNames } from './beside-names.ts'
import { Candidates } from './candidates.ts'
import { onCodePoints } from './code-points.ts'
import { sharedGroups } from './context-words.ts'
import { decodeEscapes, decodeInSteps } from './escapes.ts'
import { findCandidates } from './find.ts'
import { isKnownThing } from './known-things.ts'
import { findNames } from './name-stage.ts'
import type { Sensitivity } from './names/index.ts'
import type { NormalText } from './normalize.ts'
import { mergeOverlaps } from './overlaps.ts'
import { besidePlaceholders, findPlaceholders } from './placeholders.ts'
import { isLookedFor } from './profiles.ts'
import { builtInRecognizers } from './recognizers/index.ts'
import { threshold } from './scores.ts'
import { createSelection } from './selection.ts'
import { tablesFor } from './tables.ts'
import { runUserRecognizers } from './user-recognizers.ts'

export interface DetectorOptions {
  readonly profile: Profile
  /** `allow` leaves a type alone; any other action turns it on beyond the profile. */
  readonly entities?: Readonly<Record<string, EntityAction>>
  readonly recognizers?: readonly Recognizer[]
  readonly allow?: readonly (string | RegExp)[]
  readonly deny?: Readonly<Record<string, readonly (string | RegExp)[]>>
  /** How little evidence is enough for a name. Default `normal`. */
  readonly sensitivity?: Sensitivity
  /**
   * Called between slices of texts over 64 Ki units, so that the event loop runs on; `detect` then returns a promise for
   * such texts. Without it everything is synchronous.
   */
  readonly pause?: () => Promise<void>
}

/** Texts up to this length are searched in one go. */
const longestAtOnce = 65_536

export function createDetector(options: DetectorOptions): Detector {
  const { profile, entities = {}, recognizers = [], allow = [], deny = {}, sensitivity = 'normal', pause } = options
  const known = new Map<EntityType, boolean>()
  const isWanted = (type: EntityType): boolean => {
    const isKnown = known.get(type)
    if (isKnown !== undefined) return isKnown
    const answer = isLookedFor(type, profile, entities[type])
    known.set(type, answer)
    return answer
  }
  const wanted = builtInRecognizers.filter(({ types }) => types.some(isWanted))
  const tables = tablesFor(wanted, sharedGroups)
  const select = createSelection({ entities, allow, deny })
  const nameProfile =
    isWanted('LOCATION') || isWanted('ORGANIZATION') ? 'strict' : isWanted('PERSON') ? 'balanced' : null

  /** First stage: what has a form or a label. */
  function* findStructured(text: string, hint: FieldHint | undefined): Generator<void, readonly Finding[]> {
    const candidates = new Candidates(isWanted)
    const normal = yield* findCandidates(text, hint, tables, candidates)
    return inOriginal(candidates.list, normal)
  }

  /** Second stage: names, which need to know what is an address, a number or a sign-in already. */
  function* complete(
    text: string,
    hint: FieldHint | undefined,
    first: readonly Finding[],
  ): Generator<void, readonly Finding[]> {
    const placeholders = findPlaceholders(text)
    const settle = (findings: readonly Finding[]) =>
      besidePlaceholders(
        text,
        findings.map(finding => onCodePoints(text, finding)),
        placeholders,
      )
    const { kept, shields } = select(text, first)
    const found = mergeOverlaps(settle(kept))
    if (nameProfile === null) return found
    // A placeholder is to the tagger what the value was: a text reads the same before and after it is scrubbed.
    const others = shields.length + placeholders.length
    const known = others === 0 ? found : mergeOverlaps([...found, ...shields, ...placeholders])
    const names = yield* findNames(text, known, { profile: nameProfile, sensitivity, hint })
    const people = names.filter(
      ({ type, start, end }) => isWanted(type) && !(type === 'PERSON' && isKnownThing(text, start, end)),
    )
    const beside = findBesideNames(text, people).filter(({ type }) => isWanted(type))
    const selected = select(text, beside.length === 0 ? people : [...people, ...beside]).kept
    return selected.length === 0 ? found : mergeOverlaps([...found, ...settle(selected)])
  }

  function detect(text: string, hint?: FieldHint): Found {
    const isShort = pause === undefined || text.length <= longestAtOnce
    return after(isShort ? decodeEscapes(text) : runInSlices(pause, decodeInSteps(text)), decoded => {
      if (decoded === null) return detectDecoded(text, hint)
      return after(detectDecoded(decoded.text, hint), findings => mergeOverlaps(inOriginal(findings, decoded)))
    })
  }

  function detectDecoded(text: string, hint: FieldHint | undefined): Found {
    const isShort = pause === undefined || text.length <= longestAtOnce
    const run = (steps: Steps<readonly Finding[]>) => (isShort ? runAtOnce(steps) : runInSlices(pause, steps))
    return after(run(findStructured(text, hint)), structured =>
      after(runUserRecognizers(recognizers, text, hint), own => {
        const strong = own.filter(({ score }) => score >= threshold)
        return run(complete(text, hint, strong.length === 0 ? structured : [...structured, ...strong]))
      }),
    )
  }

  return { detect }
}

type Steps<T> = Generator<void, T>
type Found = readonly Finding[] | Promise<readonly Finding[]>

function runAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

async function runInSlices<T>(pause: () => Promise<void>, steps: Steps<T>): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await pause()
  }
}

/** Goes on at once where a value is there, and later where it is promised. */
function after<T>(value: T | Promise<T>, next: (value: T) => Found): Found {
  return value instanceof Promise ? value.then(next) : next(value)
}

function inOriginal(findings: readonly Finding[], normal: NormalText): readonly Finding[] {
  if (normal.isOriginal) return findings
  return findings.map(finding => {
    const { canonicalStart, canonicalEnd } = finding
    const span = { start: normal.originalStart(finding.start), end: normal.originalEnd(finding.end) }
    if (canonicalStart === undefined || canonicalEnd === undefined) return { ...finding, ...span }
    const canonical = {
      canonicalStart: normal.originalStart(canonicalStart),
      canonicalEnd: normal.originalEnd(canonicalEnd),
    }
    return { ...finding, ...span, ...canonical }
  })
}
