/**
 * Keys of fields that come in pairs, in forms, custom fields and lists of properties: `{"name": "Customer number", "value":
 * "88213"}`. The last word of a key counts: `fieldName`, `field_label`.
 */

/** Their values say what another field holds. */
export const namingKeys: readonly string[] = words(
  'name label title key field question prompt property attribute column header caption code system type text id ref',
)
/** Those of them that begin another pair. */
export const beginningKeys: readonly string[] = words('name label title field question')
/** Their values are what the other field speaks of. */
export const holdingKeys: readonly string[] = words(
  'value values val answer answers response responses content text data number date string',
)

function words(list: string): string[] {
  return list.split(' ')
}

/** `value` of `fieldValue`, `FIELD_VALUE` and `field-value`. */
export function lastWordOf(key: string): string {
  // Asked for every text of a body, and most fields are one word in small letters.
  if (isSmallWord(key)) return key
  return (/(?:\p{Lu}?\p{Ll}+|\p{Lu}+)$/u.exec(key)?.[0] ?? '').toLowerCase()
}

function isSmallWord(key: string): boolean {
  for (let index = 0; index < key.length; index++) {
    const unit = key.charCodeAt(index)
    if (unit < 0x61 || unit > 0x7a) return false
  }
  return true
}
