import { expect, it } from 'vitest'
import { createDetector } from '../../src/detect/index.ts'
import { parseOptions } from '../../src/options.ts'
import { createPipeline, type Pipeline } from '../../src/pipeline/index.ts'
import { ScopeState } from '../../src/pipeline/scope.ts'
import fc from '../kit/fast-check.ts'

const settings = parseOptions({ mode: 'explicit' })
const detector = createDetector(settings)
const openPipeline = () => createPipeline({ settings, detector, onExchange: () => undefined })

async function sent(pipeline: Pipeline, texts: readonly string[]): Promise<string> {
  const messages = texts.map(content => ({ role: 'user', content }))
  const exchange = await pipeline.openIn(new ScopeState(1_000, pipeline.opener), {
    method: 'POST',
    url: new URL('https://api.openai.com/v1/chat/completions'),
    headers: [['content-type', 'application/json']],
    body: Buffer.from(JSON.stringify({ model: 'm', messages })),
  })
  exchange.close('done')
  return Buffer.from(exchange.request.body ?? []).toString()
}

// Long enough to be remembered. What a later text says is to be found in an earlier one, and what shows that a name is a word.
const filler = 'The goods were delivered in good order and the forms are signed. '.repeat(9)
const said = [
  'The label reads 48213377 and nothing else.',
  'My order number is 48213377.',
  'Petal wrote again, and 66120934 came with it.',
  'Kind regards, Rosalind Petal',
  'A petal fell down.',
  'Customer number 66120934',
  'And now?',
].flatMap(text => [text, filler + text])

it('says the same of a history whose earlier turns it remembers as of one that it has never seen', async () => {
  const chat = fc.array(fc.constantFrom(...said), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(fc.array(chat, { minLength: 1, maxLength: 3 }), async chats => {
      const remembering = openPipeline()
      for (const texts of chats) {
        for (let turn = 1; turn <= texts.length; turn++) {
          const history = texts.slice(0, turn)
          expect(await sent(remembering, history)).toBe(await sent(openPipeline(), history))
        }
      }
    }),
    { numRuns: 60 },
  )
})

it('lets others have their turn while many long texts are looked through', async () => {
  const texts = Array.from({ length: 400 }, (_, at) => `${filler.repeat(20)} Order number ${48_213_377 + at}.`)
  let turns = 0
  let isOver = false
  const count = () => {
    turns++
    if (!isOver) setImmediate(count)
  }
  setImmediate(count)
  const body = await sent(openPipeline(), texts)
  isOver = true
  expect(body).toContain('[ORDER_NUMBER_400]')
  expect(turns).toBeGreaterThan(5)
})
