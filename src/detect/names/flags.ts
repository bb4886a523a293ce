/** What the lexicon of the model may know of a word: one bit each. Training writes them, features read them. */

export const FIRST_NAME = 1
export const LAST_NAME = 2
export const PLACE = 4
/** Part of firms' names: `GmbH`, `Ltd`, `hospital`. */
export const FIRM_WORD = 8
/** Seen in lower case in ordinary text. */
export const COMMON = 16
/** Title, form of address, profession before a name. */
export const TITLE = 32
export const GREETING = 64
export const SIGN_OFF = 128
/** Names a field that holds a name. */
export const FIELD = 256
/** Wife, colleague, patient: a person is near. */
export const ROLE = 512
/** Small words inside names: `van`, `de`, `von`. */
export const PARTICLE = 1024
/** Months, days, countries, peoples, languages. */
export const CALENDAR = 2048
/** The last word of `my name is`. */
export const INTRODUCTION = 4096
/** Street words. */
export const STREET = 8192
/** Not of the word but of its stem: a known name with an ending. */
export const NAME_STEM = 16384
/** What bears a person's name and is none: sofas, dishes, shades, bridges, schools, laws, diseases. */
export const THING = 32768
/** Ends in an ordinary word: `Personalakte`. Not of the lexicon's 16 bits: found out from the word's last letters. */
export const COMPOUND = 65536

export const ANY_NAME = FIRST_NAME | LAST_NAME | NAME_STEM
