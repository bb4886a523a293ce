import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plant } from '../kit/planted.ts'
import { cli } from './kit.ts'

const sentence = 'Send a refund to john.doe@example.com for order #12345'
const { email, iban, phone } = plant(11)
let folder: string
const file = (name: string) => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guard-scan-'))
  writeFileSync(file('clean.txt'), 'Nothing to see here.\nWater boils at 100 degrees.\n')
  writeFileSync(file('mail.txt'), `Hello,\n\nplease write to ${email}\nor pay to ${iban} today.\n`)
  writeFileSync(file('picture.bin'), Buffer.concat([Buffer.from([0, 1, 2]), Buffer.from(email)]))
  mkdirSync(file('node_modules'))
  writeFileSync(file('node_modules/notes.txt'), email)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('scan', () => {
  it('shows each line that holds personal data, with the values marked, and exits with 1', async () => {
    const { code, stdout } = await cli(['scan', file('mail.txt'), file('clean.txt')])
    expect(code).toBe(1)
    expect(stdout).toBe(
      [
        file('mail.txt'),
        `      3 | please write to \u00ab${email}\u00bb`,
        '        | EMAIL 3:17',
        `      4 | or pay to \u00ab${iban}\u00bb today.`,
        '        | IBAN 4:11',
        '',
        '2 findings in 1 of 2 inputs: EMAIL 1, IBAN 1',
        '',
      ].join('\n'),
    )
  })

  it('exits with 0 where nothing is found', async () => {
    expect(await cli(['scan', file('clean.txt')])).toEqual({
      code: 0,
      stdout: 'No findings in 1 input.\n',
      stderr: '',
    })
  })

  it('reads standard input, and folders without node_modules and without what is no text', async () => {
    expect((await cli(['scan'], { stdin: sentence })).stdout).toContain('2 findings in 1 of 1 input')
    const { stdout, stderr } = await cli(['scan', folder])
    expect(stdout).toContain('2 findings in 1 of 2 inputs')
    expect(stdout).not.toContain('notes.txt')
    expect(stderr).toBe('Skipped 1 that hold no text.\n')
  })

  it('shows no value with --hide', async () => {
    const { code, stdout } = await cli(['scan', '--hide', file('mail.txt')])
    expect(code).toBe(1)
    expect(stdout).toContain('please write to \u00abEMAIL\u00bb')
    expect(stdout).not.toContain(email)
    expect(stdout).not.toContain(iban)
  })

  it('looks for the named types alone with --types, also beyond the profile', async () => {
    const stdin = `Write to ${email} or call ${phone}.`
    const { stdout } = await cli(['scan', '--types', 'phone', '-'], { stdin })
    expect(stdout).toContain('1 finding in 1 of 1 input: PHONE 1')
    expect(stdout).not.toContain(`\u00ab${email}`)
  })

  it('reads JSON lines and writes spans and output, in the order and with the ids of the input', async () => {
    const stdin = [
      JSON.stringify({ id: 'a', text: sentence }),
      '',
      JSON.stringify({ id: 7, text: 'nothing', lang: 'en' }),
    ]
    const { code, stdout, stderr } = await cli(['scan', '--jsonl'], { stdin: stdin.join('\n') })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const [first, second] = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(first).toEqual({
      id: 'a',
      spans: [
        { start: 17, end: 37, label: 'EMAIL', score: expect.any(Number) },
        { start: 48, end: 54, label: 'ORDER_NUMBER', score: expect.any(Number) },
      ],
      output: 'Send a refund to [EMAIL_1] for order [ORDER_NUMBER_1]',
    })
    expect(second).toEqual({ id: 7, spans: [], output: 'nothing' })
  })

  it('gives each JSON line numbers of its own, and reads lines cut anywhere, with U+2028 inside', async () => {
    const lines = [`{"id":1,"text":"a\u2028 \u00e9 ${email}"}\n`, `{"id":2,"text":"b ${email}"}`].join('')
    const bytes = Buffer.from(lines)
    const single = Array.from(bytes, (_, index) => bytes.subarray(index, index + 1))
    const { stdout } = await cli(['scan', '--jsonl'], { stdin: single })
    expect(
      stdout
        .trim()
        .split('\n')
        .map(line => JSON.parse(line).output),
    ).toEqual(['a\u2028 \u00e9 [EMAIL_1]', 'b [EMAIL_1]'])
  })

  it('exits with 1 from --jsonl only when --fail asks for it', async () => {
    const stdin = JSON.stringify({ id: 1, text: sentence })
    expect((await cli(['scan', '--jsonl', '--fail'], { stdin })).code).toBe(1)
    expect((await cli(['scan', '--jsonl', '--fail'], { stdin: '{"id":1,"text":"x"}' })).code).toBe(0)
  })

  it('exits with 2, says why and quotes no content, when it is called wrongly', async () => {
    const wrong: [string[], string][] = [
      [['scan', '--profil', 'strict'], '--profil'],
      [['scan', '--profile', 'loud'], 'balanced, strict, structured'],
      [['scan', '--types', 'EMAIL,NAME'], 'NAME'],
      [['scan', file('missing.txt')], 'cannot read'],
    ]
    for (const [args, reason] of wrong) {
      const { code, stdout, stderr } = await cli(args)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toContain(reason)
    }
    const { code, stderr } = await cli(['scan', '--jsonl'], { stdin: `{"id":1,"text":"ok"}\n${email}` })
    expect(code).toBe(2)
    expect(stderr).toContain('line 2 of standard input')
    expect(stderr).not.toContain(email)
  })

  it('colours on a terminal, unless NO_COLOR is set', async () => {
    const painted = await cli(['scan', '-'], { stdin: sentence, terminal: true })
    expect(painted.stdout).toContain('\u001b[30;43mjohn.doe@example.com\u001b[0m')
    const plain = await cli(['scan', '-'], { stdin: sentence, terminal: true, env: { NO_COLOR: '1' } })
    expect(plain.stdout).not.toContain('\u001b[')
  })

  it('writes no control character of the input to the terminal, and cuts long lines', async () => {
    const stdin = `\u001b]0;title\u0007 ${'x '.repeat(500)}${email} ${'y '.repeat(500)}`
    const { stdout } = await cli(['scan'], { stdin })
    expect(stdout).not.toContain('\u001b')
    expect(stdout.split('\n').every(line => line.length < 250)).toBe(true)
    expect(stdout).toContain(`\u2026`)
  })

  it('numbers lines right in texts that are searched in blocks', async () => {
    const filler = 'The quick brown fox jumps over the lazy dog.\n'.repeat(40_000)
    writeFileSync(file('long.log'), `${filler}mail ${email}\n`)
    const quiet = await cli(['scan', file('long.log')])
    expect(quiet.stdout).toContain('EMAIL 40001:6')
    expect(quiet.stderr).toBe('')
  })
})

describe('the program', () => {
  it('explains itself, and each command', async () => {
    const { code, stdout } = await cli(['--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('scan ')
    const help = await cli(['scan', '--help'])
    expect(help.code).toBe(0)
    expect(help.stdout).toMatch(/^Usage: llm-gdpr-guard scan/)
    expect((await cli(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+/)
  })

  it('exits with 2 without a command, or with one that does not exist', async () => {
    expect((await cli([])).code).toBe(2)
    expect((await cli(['frobnicate'])).code).toBe(2)
  })
})
