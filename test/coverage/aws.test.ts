import { createRequire } from 'node:module'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { createGuard, type Guard } from '../../src/guard.ts'
import { versionOf } from '../kit/package-folder.ts'

const name = '@aws-sdk/client-bedrock-runtime'
let guard: Guard

// As an application has it that loads the SDK first.
beforeAll(() => void createRequire(import.meta.url)(name), 60_000)

afterEach(() => guard.close())

const awsOf = async () => (await guard.coverage()).carriers.filter(({ carrier }) => carrier === 'AWS SDK')

it('tries the AWS SDK that this process has loaded', async () => {
  guard = createGuard({ profile: 'structured' })
  expect(await awsOf()).toEqual([{ carrier: 'AWS SDK', version: versionOf(name), state: 'guarded', fix: null }])
})

it('says that it is not guarded once the hooks are off', async () => {
  guard = createGuard({ profile: 'structured' })
  await guard.close()
  expect(await awsOf()).toMatchObject([{ state: 'open', fix: expect.stringContaining('guardAws') }])
})
