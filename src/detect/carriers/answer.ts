/**
 * An answer to a question for a value, as in chats and transcripts: "Agent: Your member number, please?", and in the next line
 * "Caller: It says 88120". The same within one line: "Konsultantka: Numer umowy? Klient: 88120".
 */
import { isWord } from '../characters.ts'
import type { LabelledValue } from '../labelled-values.ts'
import type { LabelHit } from '../lexicon.ts'
import { matchesAt } from '../patterns.ts'
import type { LentText, Units } from '../units.ts'

/** The rest of the question, and who answers. A line without a question mark asks where the next has a speaker. */
const longestRest = 60
const speaker =
  /[ \t]{0,4}(?:\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d\d(?::\d\d)? ?[-\u2013] ?)?(?:\[[^\]\n]{1,24}\] ?)?(?:[-\u2013\u2014>*] ?|(?<=\] ?)\p{Lu}{2,12}[ \t]{1,3}|\p{L}[\p{L}\p{N} _.'-]{0,30}(?: ?\([^)\n]{1,20}\))? ?:[ \t]{0,3})/uy
/** "Yes, it's the", "Das ist die", "c'est le": words without a digit before one that has some. */
const words = /(?:[\p{L}'\u2019]{1,14}[,:]? ){0,6}?(?=(?:\p{Lu}{0,6} ?|\p{L}{0,6}[-/]?)\d)/uy
const longestAnswer = 80
/** What may open before the answer: quotes, a bracket, marks of Markdown, a tag. */
const frame = /["'`(*_\u00ab\u201e\u201c\u2018]{1,3} ?|<[a-z]{1,6}>/y

/** `values` come by label. Those that a speaker names ("Klient: 88120") go where the question says what the answer is. */
export function withAnswers(
  source: LentText,
  hits: readonly LabelHit[],
  groups: readonly string[],
  values: LabelledValue[],
): LabelledValue[] {
  const answers: LabelledValue[] = []
  const kept: LabelledValue[] = []
  const { text } = source
  const ends = new QuestionEnds(source)
  let next = 0
  let asked = -1
  let spoken = -1
  for (const hit of hits) {
    const rest = ends.behind(hit.end)
    if (rest < 0) continue
    // The labels of a line have one end.
    if (rest !== asked) spoken = answerStart(source, rest)
    asked = rest
    if (spoken < 0) continue
    const start = Math.max(spoken, matchesAt(text, frame, spoken))
    while (next < values.length && values[next]!.labelStart <= hit.start) kept.push(values[next++]!)
    while (next < values.length && values[next]!.labelEnd <= start) {
      const value = values[next++]!
      if (value.labelStart < hit.end || value.start < start) kept.push(value)
    }
    const line = text.slice(start, start + longestAnswer)
    const length = line.search(/[\n?]/)
    const limit = start + (length < 0 ? line.length : length)
    if (limit - start < 2) continue
    const group = groups[hit.group]!
    const { start: labelStart, end: labelEnd, hasNumberWord: numbered } = hit
    const way = { limit, labelStart, labelEnd, link: 'pair', quoted: false, numbered } as const
    const valueStart = matchesAt(text, words, start)
    if (valueStart > start) answers.push({ group, start: valueStart, frameStart: valueStart, ...way })
    if (isWord(text.charCodeAt(start))) answers.push({ group, start, frameStart: start, ...way })
  }
  if (next === 0 && answers.length === 0) return values
  return [...kept, ...values.slice(next), ...answers]
}

/** Where the answer begins to a question that ends at `rest`; -1 where nothing is asked. */
function answerStart(source: LentText, rest: number): number {
  const { text } = source
  const sign = text.charCodeAt(rest)
  // Greek asks with a semicolon.
  const isAsked = sign === 0x3f || sign === 0x3b
  const behind = isAsked ? rest + 1 : rest
  const next = nextLine(text, behind)
  if (next < 0) return isAsked ? matchesAt(text, speaker, behind) : -1
  // "Your number, please." and a speaker in the next line; a list of labels has none.
  const asks = isAsked || text.charCodeAt(rest - 1) === 0x2e || isSaid(source, rest)
  return asks ? matchesAt(text, speaker, next) : -1
}

/** "konsultant: poproszę numer klienta": a line of a chat, not of a form. */
function isSaid({ text, units }: LentText, end: number): boolean {
  if (!holdsColon(units, end)) return false
  const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, end)
  return line.length <= longestLine && said.test(line)
}

const longestLine = 160

/** Most labels stand in sentences: nobody is named before them in the line. */
function holdsColon(units: Units, end: number): boolean {
  for (let at = end - 1; at >= 0 && at > end - longestLine - 2; at--) {
    const unit = units[at]!
    if (unit === 0x3a) return true
    if (unit === 0x0a) return false
  }
  return false
}

const said = /^(?:\[[^\]]{1,24}\] ?\p{L}[\p{L}\p{N} _.-]{1,24}|\p{L}[\p{L}\p{N}_.-]{1,24}): \p{L}[^:{}"=]{6,}$/u

/** What ends the look behind a label: a question mark or the end of the line; digits, `:;<=>`, brackets and bars. */
const endings = new Uint8Array(0x10000)
const [asks, breaks] = [1, 2]
for (const sign of '?\n') endings[sign.charCodeAt(0)] = asks
for (const sign of '0123456789:;<=>[]{|}') endings[sign.charCodeAt(0)] = breaks

/** Remembers how far it has looked: labels stand close together, and no unit is looked at for each of them. */
class QuestionEnds {
  readonly #source: LentText
  /** Nothing between these two ends a look. */
  #from = 0
  #to = 0

  constructor(source: LentText) {
    this.#source = source
  }

  /** Where a question mark or the line ends what is said behind the label; -1 where a value or a sign of code stands before. */
  behind(labelEnd: number): number {
    const { units, length } = this.#source
    if (labelEnd < this.#from || labelEnd > this.#to) {
      this.#from = labelEnd
      this.#to = labelEnd
    }
    const stop = Math.min(length, labelEnd + longestRest)
    let at = this.#to
    while (at < stop && endings[units[at]!] === 0) at++
    this.#to = at
    return at < stop && (endings[units[at]!] === asks || isGreekMark(units, at)) ? at : -1
  }
}

/** A semicolon behind a Greek letter. */
function isGreekMark(units: Units, at: number): boolean {
  const before = units[at - 1]!
  return units[at] === 0x3b && before >= 0x370 && before < 0x400
}

/** Start of the next line that holds something; -1 where this one goes on. */
function nextLine(text: string, from: number): number {
  let at = from
  let isNext = false
  for (; at < from + 6; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x0a) isNext = true
    else if (unit !== 0x20 && unit !== 0x0d && unit !== 0x22) break
  }
  return isNext ? at : -1
}
