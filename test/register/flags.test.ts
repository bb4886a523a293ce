import { expect, it } from 'vitest'
import { inheritanceOf } from '../../src/register/flags.ts'

const file = '/app/node_modules/llm-gdpr-guard/dist/register.js'
const all = { scripts: true, texts: true }
const scripts = { scripts: true, texts: false }
const none = { scripts: false, texts: false }

it.each([
  [['--import', 'llm-gdpr-guard/register'], '', scripts],
  [['--import=llm-gdpr-guard/register'], '', scripts],
  [['-r', 'llm-gdpr-guard/register'], '', all],
  [['--require', file], '', all],
  [[], '--max-old-space-size=500 --import llm-gdpr-guard/register', scripts],
  [[], `--require="${file}"`, all],
  [[], `--import file://${file}`, scripts],
  [['--import', './own-preload.mjs'], '', none],
  [['llm-gdpr-guard/register'], '', none],
])('with the flags %j and NODE_OPTIONS "%s"', (flags, options, expected) => {
  expect(inheritanceOf(file, flags, { NODE_OPTIONS: options })).toEqual(expected)
})
