/** What the tagger says of a token. */

export const NONE = 0
export const PERSON = 1
export const LOCATION = 2
export const ORGANIZATION = 3
export const LABELS = 4
