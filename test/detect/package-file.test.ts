import { expect, it } from 'vitest'
import { readPackageFile } from '../../src/detect/package-file.ts'

it('reads a file beside the code', () => {
  expect(Buffer.from(readPackageFile(new URL('../../LICENSE', import.meta.url), 'LICENSE')).toString()).toContain('MIT')
})

it('says which file is not there and what to do, without where it was looked for', () => {
  const file = new URL('./not-there/model.bin', import.meta.url)
  const expected = { code: 'ERR_GDPR_INSTALLATION_BROKEN', message: expect.stringContaining('(model.bin)') }
  expect(() => readPackageFile(file, 'model.bin')).toThrow(expect.objectContaining(expected))
  expect(() => readPackageFile(file, 'model.bin')).not.toThrow('not-there')
})
