/**
 * Hook: `ClientHttp2Session.prototype.request`, in which every HTTP/2 client of Node ends: raw sessions, got, axios, the AWS
 * SDK. Apply: a guarded call gets a stream of ours (http2-stream.ts). Undo: the method is put back.
 * Cannot see: frames written to a socket by hand.
 */
import type { ClientHttp2Session, ClientHttp2Stream } from 'node:http2'
import { Duplex } from 'node:stream'
import { GuardError } from '../errors.ts'
import { findGuard, type Guarded, joinUrl } from './destination.ts'
import { type HeaderObject, headerText, readHeaderArgument, readPairs } from './http2-headers.ts'
import { isJudgedSession, sessionNames, sessionOrigin } from './http2-session.ts'
import { HeldStream, type OpenStream, type StreamOptions } from './http2-stream.ts'
import { markHeader, passMark } from './marks.ts'
import { installedOpeners, replaceProperty } from './patches.ts'

type Request = (this: ClientHttp2Session, ...args: unknown[]) => ClientHttp2Stream

export function hookHttp2(): () => void {
  const prototype = clientSessionPrototype()
  const original: Request = Reflect.get(prototype, 'request')
  return replaceProperty(prototype, 'request', function request(this: ClientHttp2Session, ...args: unknown[]) {
    if (installedOpeners().length === 0 || isJudgedSession(this)) return Reflect.apply(original, this, args)
    const headers = readHeaderArgument(args[0])
    const guarded = guardOf(this, headers)
    const mark = headerText(headers, markHeader)
    if (mark !== undefined) {
      delete headers[markHeader]
      args[0] = headers
    }
    // What Node refuses (a session that is gone) it refuses itself: nothing leaves by that.
    if (guarded === null || passMark(mark, 'http2') || this.destroyed || this.closed) {
      return Reflect.apply(original, this, args)
    }
    const open: OpenStream = (...call) => Reflect.apply(original, this, call)
    const held = new HeldStream(this, guarded, headers, readOptions(args[1]), open)
    const refusal = refusalOf(headers)
    return refusal === null ? held : held.refuse(refusal)
  })
}

/**
 * The class is not exported, and a session taken from `connect` comes too late for code that runs before it. So one is made on
 * a connection that leads nowhere. Loaded here, not imported: most processes that import the package need no HTTP/2 then.
 */
function clientSessionPrototype(): object {
  const http2 = process.getBuiltinModule('node:http2')
  const nowhere = new Duplex({ read() {}, write: (_chunk, _encoding, done) => done() })
  const session = http2.connect('http://localhost', { createConnection: () => nowhere })
  session.on('error', () => undefined)
  const prototype: object = Object.getPrototypeOf(session)
  session.destroy()
  return prototype
}

function guardOf(session: ClientHttp2Session, headers: HeaderObject): Guarded | null {
  const authority = headerText(headers, ':authority') ?? headerText(headers, 'host')
  const scheme = headerText(headers, ':scheme') ?? 'https'
  const origin = sessionOrigin(session) ?? (authority === undefined ? null : `${scheme}://${authority}`)
  const method = headerText(headers, ':method') ?? 'GET'
  const url = origin === null ? null : joinUrl(origin, headerText(headers, ':path') ?? '/')
  if (url === null) return null
  // A tunnel names the provider in its authority; what goes through it is seen on its own.
  const isTunnel = method === 'CONNECT' && headerText(headers, ':protocol') === undefined
  const aliases = isTunnel ? [] : [authority, headerText(headers, 'host'), ...sessionNames(session)]
  return findGuard(installedOpeners(), { url, method, headers: () => readPairs(headers), aliases })
}

/** Calls that are not one request and one answer: they would be collected for ever. */
function refusalOf(headers: HeaderObject): GuardError | null {
  const type = headerText(headers, 'content-type') ?? ''
  const isTwoWay = /^application\/(?:vnd\.amazon\.eventstream|grpc)/i.test(type)
  return headerText(headers, ':method') === 'CONNECT' || isTwoWay ? new GuardError('ERR_GDPR_UPGRADE_REFUSED') : null
}

function readOptions(argument: unknown): StreamOptions {
  return typeof argument === 'object' && argument !== null ? argument : {}
}
