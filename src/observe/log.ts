/** The only place that prints. Lines are about the set-up, never about a request. */

/** Writes one line to the standard error stream, which keeps standard output free for programs that pipe it. */
export function logLine(line: string): void {
  process.stderr.write(`[llm-gdpr-guard] ${line}\n`)
}
