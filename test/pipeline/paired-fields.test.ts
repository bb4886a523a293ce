/** Values of JSON bodies that a field beside them names: forms, custom fields, lists of properties. */
import { describe, expect, it } from 'vitest'
import { createGuard } from '../../src/index.ts'

const cases: readonly (readonly [body: unknown, value: string, type: string])[] = [
  [{ name: 'Kundennummer', value: '200114567' }, '200114567', 'CUSTOMER_ID'],
  [{ field: { title: 'Ihr Geburtsdatum' }, date: '1988-02-17' }, '1988-02-17', 'DATE_OF_BIRTH'],
  [{ field: { title: 'Kundennummer' }, number: 8831207 }, '8831207', 'CUSTOMER_ID'],
  [[{ question: 'What is your full name?', answer: 'tomasz gawron' }], 'tomasz gawron', 'PERSON'],
  [[{ question: 'Mobile number? (optional)', answer: '7700 900456' }], '7700 900456', 'PHONE'],
  [{ fieldLabel: 'Vorname', fieldValue: 'Frauke' }, 'Frauke', 'PERSON'],
  [{ title: 'Customer numbers:', answers: ['C-4471-20'] }, 'C-4471-20', 'CUSTOMER_ID'],
  [{ value: 'hunter2bunny', name: 'DB_PASSWORD' }, 'hunter2bunny', 'SECRET'],
  [{ type: { text: 'Passport number' }, value: 'K7731204B' }, 'K7731204B', 'PASSPORT'],
]

describe('a field names the value beside it', () => {
  it.each(cases)('%j', async (body, value, type) => {
    const guard = createGuard({ mode: 'explicit' })
    const scope = guard.scope()
    const scrubbed = await scope.scrubJson(body)
    expect(JSON.stringify(scrubbed)).toContain(`[${type}_1]`)
    expect(JSON.stringify(scrubbed)).not.toContain(value)
    await guard.close()
  })

  it('and leaves a value alone whose name says nothing of a person', async () => {
    const guard = createGuard({ mode: 'explicit' })
    const body = [
      { name: 'Newsletter', value: 'yes' },
      { label: 'Size', value: '884213' },
      { name: 'Customer number', width: 884214 },
    ]
    expect(await guard.scope().scrubJson(body)).toEqual(body)
    await guard.close()
  })
})
