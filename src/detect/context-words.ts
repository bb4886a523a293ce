/** Words near a match that raise or lower its score without naming a type of their own. Recognizers ask `view.isNear`. */
import type { LabelGroup } from './recognizer.ts'

/** Words before numbers that identify things, not people: a number right behind one is left alone. */
export const THINGS: LabelGroup = {
  name: 'THINGS',
  words: {
    '*': 'isbn|issn|ean|gtin|upc|sku|doi|rfc|iso|din|asin|oid|crc|sha|md5|uuid|guid|hash|commit|build|release|version|ver|revision',
  },
}

/** Where column names of SQL follow. */
export const INSERT: LabelGroup = { name: 'INSERT', words: { '*': 'insert into|replace into' } }

export const sharedGroups: readonly LabelGroup[] = [THINGS, INSERT]
