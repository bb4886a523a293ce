import { expect, it } from 'vitest'
import { isLookedFor } from '../../src/detect/index.ts'
import { knownTypes } from '../../src/entity-types.ts'
import { createGuard } from '../../src/guard.ts'
import { everyType } from './every-type.ts'

it('has one value of every type that is replaced by default, found as that type', async () => {
  const { text, values } = everyType()
  const replaced = Object.keys(knownTypes).filter(type => isLookedFor(type, 'balanced', undefined))
  expect(Object.keys(values).sort()).toEqual(replaced.sort())
  const guard = createGuard({ mode: 'explicit' })
  const scope = guard.scope()
  const { text: scrubbed, findings } = await scope.scrub(text)
  const found = findings.map(({ type, start, end }) => [type, text.slice(start, end)])
  expect(Object.fromEntries(found)).toEqual(values)
  for (const value of Object.values(values)) expect(scrubbed).not.toContain(value)
  expect(scope.restore(scrubbed)).toBe(text)
  scope.close()
  await guard.close()
})
