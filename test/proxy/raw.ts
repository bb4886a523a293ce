/** Bytes written to a server as they are: what no client library would send. */
import { connect } from 'node:net'

/** Gives everything that comes back until the connection ends. `parts` are written one after the other. */
export function raw(origin: string, ...parts: readonly (string | Uint8Array)[]): Promise<string> {
  const { hostname, port } = new URL(origin)
  return new Promise(resolve => {
    let heard = ''
    const socket = connect(Number(port), hostname)
    socket.setEncoding('latin1')
    socket.on('data', chunk => {
      heard += chunk
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(heard))
    for (const part of parts) socket.write(part)
  })
}

/** Status codes of all answers on the connection, in order. */
export function statuses(heard: string): number[] {
  return [...heard.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(match => Number(match[1]))
}

/** A request with its own length; `lines` are header lines, which may be wrong on purpose. */
export function post(target: string, body: string, ...lines: readonly string[]): string {
  const length = lines.some(line => /^(?:content-length|transfer-encoding)/i.test(line))
    ? []
    : [`content-length: ${Buffer.byteLength(body)}`]
  return [`POST ${target} HTTP/1.1`, 'host: x', ...lines, ...length, '', body].join('\r\n')
}
