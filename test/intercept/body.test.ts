import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { BodyCollector, collectBody } from '../../src/intercept/body.ts'

describe('BodyCollector', () => {
  it('takes exactly the limit and refuses one byte more', () => {
    const collector = new BodyCollector(4)
    collector.add(Buffer.from('ab'))
    collector.add(Buffer.from('cd'))
    expect(String(collector.take())).toBe('abcd')
    const over = new BodyCollector(4)
    over.add(Buffer.from('abcd'))
    expect(() => over.add(Buffer.from('e'))).toThrow(expect.objectContaining({ code: 'ERR_GDPR_BODY_TOO_LARGE' }))
    expect(over.take()).toBeNull()
  })

  it('tells no body from an empty one by nothing: both are null', () => {
    const collector = new BodyCollector(4)
    collector.add(new Uint8Array())
    expect(collector.take()).toBeNull()
  })
})

describe('collectBody', () => {
  it('reads views that start in the middle of their memory', async () => {
    const memory = Buffer.from('..hello..')
    const view = new DataView(memory.buffer, memory.byteOffset + 2, 5)
    const { bytes } = await collectBody(view, 100)
    expect(Buffer.from(bytes!).toString()).toBe('hello')
  })

  it('copies pieces, since a source may use its buffer again', async () => {
    const buffer = Buffer.alloc(1)
    const source = async function* () {
      for (const letter of 'abc') {
        buffer.write(letter)
        yield buffer
      }
    }
    expect(String((await collectBody(source(), 100)).bytes)).toBe('abc')
  })

  it('cancels a source that runs over the limit', async () => {
    const source = Readable.from(endless())
    await expect(collectBody(source, 100)).rejects.toMatchObject({ code: 'ERR_GDPR_BODY_TOO_LARGE' })
    expect(source.destroyed).toBe(true)
  })

  it('refuses pieces and objects that are no bytes', async () => {
    await expect(collectBody(Readable.from([{ name: 'x' }]), 100)).rejects.toMatchObject({
      code: 'ERR_GDPR_BODY_UNREADABLE',
    })
    await expect(collectBody({ name: 'x' }, 100)).rejects.toMatchObject({ code: 'ERR_GDPR_BODY_UNREADABLE' })
  })

  it('refuses a large Blob before it reads it', async () => {
    await expect(collectBody(new Blob(['12345']), 4)).rejects.toMatchObject({ code: 'ERR_GDPR_BODY_TOO_LARGE' })
  })

  it('writes form data down with its content type', async () => {
    const form = new FormData()
    form.set('name', 'alice')
    const { bytes, contentType } = await collectBody(form, 10_000)
    expect(contentType).toMatch(/^multipart\/form-data; boundary=/)
    expect(String(bytes)).toContain('alice')
  })
})

async function* endless() {
  for (;;) yield Buffer.alloc(64)
}
