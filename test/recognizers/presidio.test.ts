import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/index.ts'
import { type PresidioOptions, presidioRecognizer } from '../../src/recognizers/index.ts'
import { collectGarbage } from '../kit/collect-garbage.ts'
import { deferred } from '../kit/deferred.ts'

interface Asked {
  text: string
  language: string
  entities: string[]
  score_threshold: number
}

type Answer = (asked: Asked, response: ServerResponse, request: IncomingMessage) => unknown

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A service that counts code points, as Python does. What `answer` gives is sent as JSON unless it is undefined. */
async function serve(answer: Answer): Promise<string> {
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', chunk => {
      body += chunk
    })
    request.on('end', () => {
      const given = answer(JSON.parse(body) as Asked, response, request)
      if (given !== undefined) response.setHeader('content-type', 'application/json').end(JSON.stringify(given))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  open.push(server)
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/analyze`
}

/** Finds a word everywhere, offsets in code points. */
function finder(word: string, entity_type = 'PERSON', score = 0.85): Answer {
  return ({ text }) =>
    [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => {
      const start = [...text.slice(0, index)].length
      return { entity_type, start, end: start + [...word].length, score, recognition_metadata: {} }
    })
}

async function found(text: string, options: PresidioOptions) {
  const findings = await presidioRecognizer(options).recognize(text, {})
  return findings.map(({ start, end, type }) => `${type}:${text.slice(start, end)}`)
}

describe('presidioRecognizer', () => {
  it('asks for the wanted labels and reads the answer', async () => {
    const requests: Asked[] = []
    const headers: unknown[] = []
    const url = await serve((asked, response, request) => {
      requests.push(asked)
      headers.push(request.headers['x-api-key'])
      return finder('Anna Berg')(asked, response, request)
    })
    const options = { url, types: ['PERSON', 'EMAIL'], headers: { 'x-api-key': 'k' } }
    expect(await found('Mail from Anna Berg', options)).toEqual(['PERSON:Anna Berg'])
    const entities = ['EMAIL_ADDRESS', 'PERSON']
    expect(requests).toEqual([{ text: 'Mail from Anna Berg', language: 'en', entities, score_threshold: 0.5 }])
    expect(headers).toEqual(['k'])
  })

  it('turns code points into UTF-16 offsets', async () => {
    const url = await serve(finder('Anna'))
    expect(await found('\u{1f642}\u{1f642} Anna \u{1f44b}\u{1f3fd} Anna', { url })).toEqual([
      'PERSON:Anna',
      'PERSON:Anna',
    ])
  })

  it('takes UTF-16 offsets from a service that counts so', async () => {
    const url = await serve(({ text }) => {
      const start = text.indexOf('Anna')
      return [{ entity_type: 'PERSON', start, end: start + 4, score: 1 }]
    })
    expect(await found('\u{1f642} Anna', { url, offsets: 'utf-16' })).toEqual(['PERSON:Anna'])
  })

  it('asks in every language given', async () => {
    const url = await serve((asked, ...rest) => finder(asked.language === 'de' ? 'Jens' : 'Anna')(asked, ...rest))
    expect(await found('Anna und Jens', { url, languages: ['en', 'de'] })).toEqual(['PERSON:Anna', 'PERSON:Jens'])
  })

  it('knows labels of the service that are added', async () => {
    const url = await serve(finder('Rex', 'PET'))
    expect(await found('Rex', { url, types: ['PET_NAME'], labels: { PET: 'PET_NAME' } })).toEqual(['PET_NAME:Rex'])
  })

  it('leaves out what has too low a score or another type', async () => {
    expect(await found('Anna', { url: await serve(finder('Anna', 'PERSON', 0.3)) })).toEqual([])
    expect(await found('Anna', { url: await serve(finder('Anna', 'NRP')) })).toEqual([])
  })

  it('cuts a long text into windows and finds what lies at their borders', async () => {
    let requests = 0
    const url = await serve((asked, ...rest) => {
      requests++
      expect(asked.text.length).toBeLessThanOrEqual(200)
      return finder('Anna Berg')(asked, ...rest)
    })
    const text = Array.from({ length: 60 }, (_, index) => `\u{1f642}${'so '.repeat(index % 5)}Anna Berg.`).join(' ')
    const names = await presidioRecognizer({ url, windowLength: 200 }).recognize(text, {})
    expect(requests).toBeGreaterThan(4)
    for (const { index } of text.matchAll(/Anna Berg/g)) {
      expect(names.some(({ start, end }) => start === index && end === index + 9)).toBe(true)
    }
  })

  it.each<[string, Answer, string]>([
    ['a status of failure', (_, response) => void response.writeHead(500).end('Anna'), 'status 500'],
    ['no list', () => ({ error: 'Anna' }), 'not a list'],
    ['no JSON', (_, response) => void response.end('<p>Anna'), 'could not be read'],
    ['an end before the answer', (_, response) => void response.destroy(), 'could not be reached'],
    ['offsets outside the text', () => [{ entity_type: 'PERSON', start: 2, end: 99, score: 1 }], 'outside the text'],
    ['an empty span', () => [{ entity_type: 'PERSON', start: 2, end: 2, score: 1 }], 'outside the text'],
    ['a finding without a score', () => [{ entity_type: 'PERSON', start: 0, end: 2 }], 'no score'],
    ['a redirect', (_, response) => void response.writeHead(307, { location: '/other' }).end(), 'status 307'],
  ])('fails closed on %s, without a word of the text', async (_, answer, reason) => {
    const failure = await found('Anna', { url: await serve(answer) }).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'ERR_GDPR_RECOGNIZER_FAILED' })
    expect(String(failure)).toContain(reason)
    expect(String(failure)).not.toContain('Anna')
  })

  it('fails closed when the service is late, or stops in the middle of its answer', async () => {
    const silent = await serve(() => undefined)
    await expect(found('Anna', { url: silent, timeoutMs: 50 })).rejects.toThrow('more than 50 ms')
    const halting = await serve((_, response) => void response.write('['))
    await expect(found('Anna', { url: halting, timeoutMs: 50 })).rejects.toThrow('more than 50 ms')
  })

  it('ends the call too when it is late', async () => {
    const url = await serve((_, response) => void response.write('['))
    await expect(found('Anna', { url, timeoutMs: 50 })).rejects.toThrow('more than 50 ms')
    // Nobody ends its connections: it is closed once they are gone.
    await new Promise(resolve => open.pop()!.close(resolve))
  })

  it('is late also when memory was collected while the answer was read', async () => {
    const begun = deferred()
    const url = await serve((_, response) => void response.write('[', () => begun.resolve()))
    const failure = found('Anna', { url, timeoutMs: 200 }).catch(String)
    await begun.promise
    for (let round = 0; round < 5; round++) await collectGarbage()
    expect(await failure).toContain('more than 200 ms')
  })

  it('stops the call through the detector', async () => {
    const url = await serve((_, response) => void response.writeHead(503).end())
    const detector = createDetector({ profile: 'balanced', recognizers: [presidioRecognizer({ url })] })
    await expect(detector.detect('Anna')).rejects.toMatchObject({ code: 'ERR_GDPR_RECOGNIZER_FAILED' })
  })

  it.each<PresidioOptions>([
    { url: 'presidio' },
    { url: 'ftp://127.0.0.1/analyze' },
    { url: 'http://pii.example.com/analyze' },
    { url: 'https://pii.example.com/analyze', languages: [] },
    { url: 'https://pii.example.com/analyze', timeoutMs: -1 },
  ])('refuses wrong options at once', options => {
    expect(() => presidioRecognizer(options)).toThrow(expect.objectContaining({ code: 'ERR_GDPR_OPTIONS_INVALID' }))
  })

  it('allows plain http to another machine only where that is said', () => {
    const url = 'http://pii.internal/analyze'
    expect(presidioRecognizer({ url, dangerouslyAllowHttp: true }).name).toBe('presidio')
  })
})
