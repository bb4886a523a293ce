export interface ContentType {
  /** `application/json`, in lower case; `''` where the field is missing or makes no sense. */
  readonly essence: string
  /** In lower case; `null` where none is named. `utf8` reads `utf-8`. */
  readonly charset: string | null
}

/** Fields that were read before: clients and providers write the same few in every message. */
const known = new Map<string, ContentType>()
const mostKnown = 64
const longestKnown = 64

/** Reads a `content-type` field (RFC 9110 section 8.3). Parameters other than `charset` are not looked at. */
export function parseContentType(field: string | null): ContentType {
  const remembered = known.get(field ?? '')
  if (remembered !== undefined) return remembered
  const read = readContentType(field)
  // A boundary is another one each time.
  if (known.size < mostKnown && (field ?? '').length <= longestKnown && !/boundary/i.test(field ?? '')) {
    known.set(field ?? '', read)
  }
  return read
}

function readContentType(field: string | null): ContentType {
  const [type = '', ...parameters] = (field ?? '').split(';')
  const essence = type.trim().toLowerCase()
  const charset = parameters
    .map(parameter => parameter.trim().toLowerCase())
    .find(parameter => parameter.startsWith('charset='))
    ?.slice('charset='.length)
    .replace(/^"|"$/g, '')
  return { essence: /^[^\s/]+\/[^\s/]+$/.test(essence) ? essence : '', charset: canonical(charset) }
}

function canonical(charset: string | undefined): string | null {
  if (charset === undefined || charset === '') return null
  return charset === 'utf8' ? 'utf-8' : charset
}
