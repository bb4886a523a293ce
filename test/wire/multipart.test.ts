import { describe, expect, it } from 'vitest'
import { fileKind, formBoundary, readForm, writeForm } from '../../src/wire/index.ts'
import fc from '../kit/fast-check.ts'

async function encode(form: FormData): Promise<{ bytes: Uint8Array; boundary: string }> {
  const response = new Response(form)
  const boundary = formBoundary(response.headers.get('content-type'))
  if (boundary === null) throw new Error('the platform wrote no boundary')
  return { bytes: new Uint8Array(await response.arrayBuffer()), boundary }
}

const text = fc.string({ unit: 'grapheme', maxLength: 40 })
const fieldName = fc.stringMatching(/^[\w[\]. "-]{1,20}$/)

describe('a form', () => {
  it('is read and written again as the platform writes it', async () => {
    const field = fc.record({ name: fieldName, value: text })
    const file = fc.record({ name: fieldName, fileName: text, bytes: fc.uint8Array({ maxLength: 200 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(field, { maxLength: 4 }), fc.array(file, { maxLength: 3 }), async (fields, files) => {
        fc.pre(fields.length + files.length > 0)
        const form = new FormData()
        for (const { name, value } of fields) form.append(name, value)
        for (const { name, fileName, bytes } of files) form.append(name, new File([new Uint8Array(bytes)], fileName))
        const { bytes, boundary } = await encode(form)
        const parts = await readForm(bytes, boundary)
        expect(parts.map(({ name }) => name)).toEqual([...fields, ...files].map(({ name }) => name))
        const again = await new Response(new Uint8Array(writeForm(parts, boundary)), {
          headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
        }).formData()
        const first = await new Response(new Uint8Array(bytes), {
          headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
        }).formData()
        expect(await entriesOf(again)).toEqual(await entriesOf(first))
      }),
      { numRuns: 200 },
    )
  })

  it.each(['\\', 'a\\', 'a\\\\b', 'a"b', '"', '\\"', 'a"; name="b', ';'])('keeps the file name %j', async fileName => {
    const form = new FormData()
    form.append('file', new File(['x'], fileName))
    const { bytes, boundary } = await encode(form)
    const [part] = await readForm(bytes, boundary)
    expect(part).toMatchObject({ name: 'file', fileName })
    const [again] = await readForm(writeForm([part!], boundary), boundary)
    expect(again).toMatchObject({ name: 'file', fileName })
  })

  it.each([
    ['breaks off', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nunfinished'],
    ['has a part without a head', '--b\r\n\r\nvalue\r\n--b--\r\n'],
    ['has a part that is no field', '--b\r\nContent-Disposition: attachment; name="a"\r\n\r\nvalue\r\n--b--\r\n'],
    [
      'has a part in base64',
      '--b\r\nContent-Disposition: form-data; name="a"\r\nContent-Transfer-Encoding: base64\r\n\r\ndmFsdWU=\r\n--b--\r\n',
    ],
    ['has no part at all', 'nothing of the kind'],
  ])('is refused where it %s', async (_, body) => {
    await expect(readForm(Buffer.from(body), 'b')).rejects.toMatchObject({ code: 'ERR_GDPR_BODY_UNREADABLE' })
  })

  it('reads names as all senders write them', async () => {
    const body = [
      '--b\r\nContent-Disposition: form-data; name="a"; filename="caf\u00e9 \\"x\\".txt"\r\n\r\n1\r\n',
      "--b\r\nContent-Disposition: form-data; name=b; filename*=UTF-8''na%C3%AFve.txt; filename=naive.txt\r\n\r\n2\r\n--b--\r\n",
    ].join('')
    const parts = await readForm(Buffer.from(body), 'b')
    expect(parts.map(({ name, fileName }) => [name, fileName])).toEqual([
      ['a', 'caf\u00e9 "x".txt'],
      ['b', 'na\u00efve.txt'],
    ])
  })
})

async function entriesOf(form: FormData): Promise<unknown[]> {
  return Promise.all(
    [...form].map(async ([name, value]) =>
      typeof value === 'string'
        ? [name, value]
        : [name, value.name, Buffer.from(await value.arrayBuffer()).toString('hex')],
    ),
  )
}

describe('what a file is', () => {
  it.each([
    ['text', 'note.txt', 'Hello'],
    ['text', 'data.csv', 'a;b\n1;2'],
    ['json', 'data', '{"a": 1}'],
    ['json', 'data.txt', '  [1, 2]'],
    ['lines', 'data.jsonl', '{"a": 1}'],
    ['lines', 'data', '{"a": 1}\n{"a": 2}\n'],
    ['media', 'paper.txt', '%PDF-1.7\nplain'],
    ['media', 'letter.rtf', '{\\rtf1\\ansi plain}'],
    ['media', 'mail.eml', 'Subject: x\r\nContent-Transfer-Encoding: base64\r\n\r\nSGVsbG8='],
    ['media', 'sheet.xlsx', 'PK\u0003\u0004rest'],
    ['media', 'nul.txt', 'a\u0000b'],
  ])('is %s for %s', (kind, name, content) => {
    expect(fileKind(name, Buffer.from(content, 'utf8'))).toBe(kind)
  })

  it('is media where the bytes are no UTF-8, whatever the name says', () => {
    expect(fileKind('list.csv', Buffer.from('Jos\u00e9', 'latin1'))).toBe('media')
    expect(fileKind('list.csv', Buffer.from('\ufeffname', 'utf16le'))).toBe('media')
  })
})
