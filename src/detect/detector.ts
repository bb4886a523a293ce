/** Text in, findings out: built-in recognizers, the user's own, the deny list; then what is allowed goes, and overlaps. */
import type { Detector, EntityAction, EntityType, FieldHint, Finding, Profile, Recognizer } from '../types.ts'
import { Candidates } from './candidates.ts'
import { sharedGroups } from './context-words.ts'
import { findCandidates } from './find.ts'
import { type Sensitivity, tagNames } from './names/index.ts'
import type { NormalText } from './normalize.ts'
import { mergeOverlaps, withoutShielded } from './overlaps.ts'
import { besidePlaceholders } from './placeholders.ts'
import { isLookedFor } from './profiles.ts'
import { builtInRecognizers } from './recognizers/index.ts'
import { threshold } from './scores.ts'
import { compileTables } from './tables.ts'
import { runUserRecognizers } from './user-recognizers.ts'
import { createAllowList, createDenyList } from './value-lists.ts'

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
  const isWanted = (type: EntityType) => isLookedFor(type, profile, entities[type])
  const tables = compileTables(
    builtInRecognizers.filter(({ types }) => types.some(isWanted)),
    sharedGroups,
  )
  const nameProfile =
    isWanted('LOCATION') || isWanted('ORGANIZATION') ? 'strict' : isWanted('PERSON') ? 'balanced' : null
  const isAllowed = createAllowList(allow)
  const findDenied = createDenyList(deny)

  function settle(text: string, structured: readonly Finding[], own: readonly Finding[]): readonly Finding[] {
    const scored = own.filter(finding => finding.score >= threshold)
    const all = scored.length === 0 ? structured : [...structured, ...scored]
    const candidates = allow.length === 0 ? all : all.filter(({ start, end }) => !isAllowed(text.slice(start, end)))
    const kept = candidates.filter(({ type }) => entities[type] !== 'allow')
    const shields = candidates.filter(({ type }) => entities[type] === 'allow')
    const open = [...withoutShielded(kept, shields), ...findDenied(text)]
    const whole = open.map(finding => onCodePoints(text, finding))
    if (!text.includes('[')) return mergeOverlaps(whole)
    return mergeOverlaps(whole.map(finding => besidePlaceholders(text, finding)).filter(finding => finding !== null))
  }

  /** Names come second: the tagger sees what is already known to be an address, a number or a sign-in. */
  function addNames(text: string, hint: FieldHint | undefined, findings: readonly Finding[]): readonly Finding[] {
    if (nameProfile === null) return findings
    const found = tagNames(text, {
      profile: nameProfile,
      sensitivity,
      findings,
      ...(hint === undefined ? {} : { hint }),
    })
    const names = found.filter(({ type, start, end }) => isWanted(type) && !isAllowed(text.slice(start, end)))
    if (names.length === 0) return findings
    const open = text.includes('[')
      ? names.map(finding => besidePlaceholders(text, finding)).filter(finding => finding !== null)
      : names
    return mergeOverlaps([...findings, ...open])
  }

  function finish(text: string, hint: FieldHint | undefined, structured: readonly Finding[]) {
    const own = runUserRecognizers(recognizers, text, hint)
    const complete = (list: readonly Finding[]) => addNames(text, hint, settle(text, structured, list))
    return own instanceof Promise ? own.then(complete) : complete(own)
  }

  function detect(text: string, hint?: FieldHint): readonly Finding[] | Promise<readonly Finding[]> {
    const candidates = new Candidates(isWanted)
    const search = findCandidates(text, hint, tables, candidates)
    if (pause === undefined || text.length <= longestAtOnce) {
      return finish(text, hint, inOriginal(candidates.list, runToEnd(search)))
    }
    return runInSlices(search, pause).then(normal => finish(text, hint, inOriginal(candidates.list, normal)))
  }

  return { detect }
}

function runToEnd(search: Generator<void, NormalText>): NormalText {
  for (;;) {
    const step = search.next()
    if (step.done) return step.value
  }
}

async function runInSlices(search: Generator<void, NormalText>, pause: () => Promise<void>): Promise<NormalText> {
  for (;;) {
    const step = search.next()
    if (step.done) return step.value
    await pause()
  }
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

/** Widens a finding that would cut a surrogate pair. */
function onCodePoints(text: string, finding: Finding): Finding {
  const start = cutsPair(text, finding.start) ? finding.start - 1 : finding.start
  const end = cutsPair(text, finding.end) ? finding.end + 1 : finding.end
  return start === finding.start && end === finding.end ? finding : { ...finding, start, end }
}

function cutsPair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  const isHigh = (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800
  return isHigh && (text.charCodeAt(offset) & 0xfc00) === 0xdc00
}
