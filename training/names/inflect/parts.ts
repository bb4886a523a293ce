/** What a name stands for: it decides which declension a word follows. */
export type NameKind = 'first' | 'last' | 'city'
export type Gender = 'm' | 'f'

const order = ['gen', 'dat', 'acc', 'voc', 'loc', 'ins']

/** The form for one case out of "gen dat acc voc loc ins"; any other case leaves the nominative. */
export function pick(nominative: string, forms: readonly string[], wordCase: string): string {
  return forms[order.indexOf(wordCase)] ?? nominative
}

/** Six forms from one stem: `endings` lists them in the order of `pick`, `0` for none. */
export function withEndings(stem: string, endings: string): string[] {
  return endings.split(' ').map(ending => (ending === '0' ? stem : stem + ending))
}

/** Inflects each part of a double name by itself ("Anna-Maria", "Nowak Kowalska") and keeps what joins them. */
export function eachPart(name: string, change: (part: string) => string): string {
  return name
    .split(/([ -])/)
    .map(part => (part === '' || part === ' ' || part === '-' ? part : change(part)))
    .join('')
}

/** Replaces the first ending that fits; rules run from the longest to the shortest. */
export function swapEnding(word: string, rules: readonly (readonly [string, string])[]): string | undefined {
  const rule = rules.find(([from]) => word.endsWith(from))
  return rule && word.slice(0, word.length - rule[0].length) + rule[1]
}
