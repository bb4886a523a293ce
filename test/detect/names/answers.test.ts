import { describe, expect, it } from 'vitest'
import { tagNames } from '../../../src/detect/names/index.ts'

function names(text: string): string[] {
  return tagNames(text, { profile: 'balanced', sensitivity: 'normal', findings: [] }).map(({ start, end }) =>
    text.slice(start, end),
  )
}

/** So that the text has capitals elsewhere. */
const before =
  'Agent: Good morning. The Contract ends in May, and the Invoice was sent on Monday to the Office in Leeds.\n'

describe('the line below a question for a name', () => {
  it.each([
    ['Agent: May I take your full name?\nstar_gazer: moira quarnbrook, why', 'moira quarnbrook'],
    ['Agent: What is your name?\n[19:26] star_gazer: sure its moira quarnbrook', 'moira quarnbrook'],
    ['Agente: \u00bfNombre completo?\nestrella: francisco trujillo, gracias', 'francisco trujillo'],
  ])('holds it, in small letters too: %s', (text, name) => {
    expect(names(before + text)).toContain(name)
  })

  it('holds nobody where ordinary words answer', () => {
    expect(names(`${before}Agent: What is your name?\nstar_gazer: why do you want to know`)).toEqual([])
    expect(names(`${before}Agent: What is the status?\nstar_gazer: still waiting for the lid`)).toEqual([])
  })
})
