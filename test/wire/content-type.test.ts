import { describe, expect, it } from 'vitest'
import { parseContentType } from '../../src/wire/content-type.ts'

describe('parseContentType', () => {
  it('gives type and charset in lower case', () => {
    expect(parseContentType('Application/JSON; Charset="UTF-8"')).toEqual({
      essence: 'application/json',
      charset: 'utf-8',
    })
    expect(parseContentType('text/event-stream;charset=utf8')).toEqual({
      essence: 'text/event-stream',
      charset: 'utf-8',
    })
    expect(parseContentType('application/x-ndjson')).toEqual({ essence: 'application/x-ndjson', charset: null })
  })

  it('gives nothing for a missing or senseless field', () => {
    expect(parseContentType(null)).toEqual({ essence: '', charset: null })
    expect(parseContentType('json')).toEqual({ essence: '', charset: null })
    expect(parseContentType('')).toEqual({ essence: '', charset: null })
  })
})
