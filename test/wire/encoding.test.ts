import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { decodeBody, parseContentCodings, readText } from '../../src/wire/encoding.ts'

const plain = Buffer.from('{"text":"näher"}'.repeat(50))

describe('decodeBody', () => {
  it('undoes each coding, deflate with and without its frame', async () => {
    expect(Buffer.from(await decodeBody(gzipSync(plain), ['gzip'], 10_000))).toEqual(plain)
    expect(Buffer.from(await decodeBody(brotliCompressSync(plain), ['br'], 10_000))).toEqual(plain)
    expect(Buffer.from(await decodeBody(deflateSync(plain), ['deflate'], 10_000))).toEqual(plain)
    expect(Buffer.from(await decodeBody(deflateRawSync(plain), ['deflate'], 10_000))).toEqual(plain)
    expect(Buffer.from(await decodeBody(plain, [], 10_000))).toEqual(plain)
  })

  it('undoes several codings, the last one first', async () => {
    const twice = brotliCompressSync(gzipSync(plain))
    expect(Buffer.from(await decodeBody(twice, ['gzip', 'br'], 10_000))).toEqual(plain)
  })

  it('stops a bomb at the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    await expect(decodeBody(bomb, ['gzip'], 100_000)).rejects.toMatchObject({ code: 'ERR_GDPR_BODY_TOO_LARGE' })
    const brotliBomb = brotliCompressSync(Buffer.alloc(5_000_000))
    await expect(decodeBody(brotliBomb, ['br'], 100_000)).rejects.toMatchObject({ code: 'ERR_GDPR_BODY_TOO_LARGE' })
    await expect(decodeBody(plain, [], 10)).rejects.toMatchObject({ code: 'ERR_GDPR_BODY_TOO_LARGE' })
  })

  it.each(['gzip', 'br', 'deflate'] as const)('refuses broken %s data', async coding => {
    await expect(decodeBody(plain, [coding], 10_000)).rejects.toMatchObject({ code: 'ERR_GDPR_BODY_UNREADABLE' })
    const cut = gzipSync(plain).subarray(0, 30)
    await expect(decodeBody(cut, ['gzip'], 10_000)).rejects.toMatchObject({ code: 'ERR_GDPR_BODY_UNREADABLE' })
  })

  it('refuses zstd', async () => {
    await expect(decodeBody(plain, ['zstd'], 10_000)).rejects.toMatchObject({ code: 'ERR_GDPR_ENCODING_UNSUPPORTED' })
  })
})

describe('parseContentCodings', () => {
  it('lists what was applied, in order, without identity', () => {
    expect(parseContentCodings(null)).toEqual([])
    expect(parseContentCodings('identity')).toEqual([])
    expect(parseContentCodings('GZIP, br ,deflate')).toEqual(['gzip', 'br', 'deflate'])
    expect(parseContentCodings('x-gzip')).toEqual(['gzip'])
    expect(parseContentCodings('zstd')).toEqual(['zstd'])
  })

  it('says no to what it does not know and to too many', () => {
    expect(parseContentCodings('gzip, snappy')).toBeNull()
    expect(parseContentCodings('gzip,gzip,gzip,gzip')).toBeNull()
  })
})

describe('readText', () => {
  it('reads UTF-8 and drops a byte order mark', () => {
    expect(readText(Buffer.from('\uFEFF{"a":"é\u2028"}'))).toBe('{"a":"é\u2028"}')
  })

  it('refuses other encodings', () => {
    for (const bytes of [
      Buffer.from('ÿþ', 'latin1'),
      Buffer.from('\uFEFFhello', 'utf16le'),
      Buffer.from([0xc3]),
      Buffer.from([0xed, 0xa0, 0x80]),
    ]) {
      expect(() => readText(bytes)).toThrowError(expect.objectContaining({ code: 'ERR_GDPR_BODY_UNREADABLE' }))
    }
  })
})
