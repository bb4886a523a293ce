#!/usr/bin/env node
/** The program `llm-gdpr-guard`: the process around the commands. */
import { runCli } from './cli.ts'

function stopSignal(): AbortSignal {
  const aborter = new AbortController()
  // The second signal ends the process at once, as without us.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => aborter.abort())
  return aborter.signal
}

// A reader that has seen enough, such as head(1), closes the pipe: no failure.
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0)
  throw error
})

const { stdin, stdout, stderr, env } = process
process.exitCode = await runCli(process.argv.slice(2), { stdin, stdout, stderr, env, stopSignal })
