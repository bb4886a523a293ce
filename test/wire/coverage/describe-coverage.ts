/** What every SDK has to show. */
import { describe, expect, it } from 'vitest'
import { coverTypes, type TypesCase } from './sdk-coverage.ts'

/** `atLeast`: places looked at in requests and in answers with their events; fewer means that types were not read. */
export function describeTypes(types: TypesCase, atLeast: { readonly sent: number; readonly answered: number }): void {
  const covered = coverTypes(types)

  describe(`every place of ${types.packageName} ${covered.version}`, () => {
    it('in a request is scrubbed, removed, refused, or passed on for a reason', () => {
      expect(covered.request.surprises).toEqual([])
      expect(covered.request.leaves).toBeGreaterThan(atLeast.sent)
    })

    it('in an answer and in an event has its placeholders restored, or is left alone for a reason', () => {
      expect(covered.answer.surprises).toEqual([])
      expect(covered.events.surprises).toEqual([])
      expect(covered.answer.leaves + covered.events.leaves).toBeGreaterThan(atLeast.answered)
    })

    it('needs every line of the list of exceptions', () => {
      expect(covered.unused).toEqual([])
    })
  })
}
