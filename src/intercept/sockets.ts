/**
 * Hook, for strict owners: `net.Socket.prototype.connect` and `tls.TLSSocket.prototype.setServername`, which tell where
 * a connection goes. Apply: a socket to a guarded host refuses its first byte unless an HTTP client that the other hooks
 * read has taken it. Undo: the methods are put back.
 * Cannot see: http2, which writes below the socket and has a hook of its own; other processes; QUIC.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import * as net from 'node:net'
import * as tls from 'node:tls'
import { GuardError } from '../errors.ts'
import { replaceProperty, strictOpeners } from './patches.ts'

type Method = (this: net.Socket, ...args: unknown[]) => unknown

/** Node's own way to the handle, for one chunk or several; plain and TLS sockets share it. */
interface OpenSocket extends net.Socket {
  _writeGeneric(...args: unknown[]): unknown
}

const watched = new WeakSet<net.Socket>()
const taken = new WeakSet<net.Socket>()

/** undici has connected: each of its requests is seen by the stop. */
const connected = 'undici:client:connected'

export function hookSockets(): () => void {
  const plain: object = net.Socket.prototype
  const secure: object = tls.TLSSocket.prototype
  const connect: Method = Reflect.get(plain, 'connect')
  const setServername: Method = Reflect.get(secure, 'setServername')
  const undo = [
    replaceProperty(plain, 'connect', function (this: net.Socket, ...args: unknown[]) {
      const target = readTarget(args)
      if (target !== null) watchIfGuarded(this, target.host, target.port)
      return Reflect.apply(connect, this, args)
    }),
    // Over a tunnel a TLS socket never connects by itself; the name it asks for says where it goes.
    replaceProperty(secure, 'setServername', function (this: net.Socket, ...args: unknown[]) {
      watchIfGuarded(this, String(args[0]), 443)
      return Reflect.apply(setServername, this, args)
    }),
  ]
  subscribe(connected, takeConnected)
  return () => {
    unsubscribe(connected, takeConnected)
    for (const step of undo.reverse()) step()
  }
}

/** An HTTP client whose requests are judged one by one writes to this socket. */
export function takeSocket(socket: unknown): void {
  if (socket instanceof net.Socket && watched.has(socket)) taken.add(socket)
}

function takeConnected(message: unknown): void {
  takeSocket((message as { socket?: unknown }).socket)
}

interface Target {
  readonly host: string
  readonly port: number
}

/** The forms of `connect`: options, a port with or without a host, and the list that Node hands on inside. */
function readTarget(args: readonly unknown[]): Target | null {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  if (typeof first === 'object' && first !== null) {
    const { host, port, path } = first as { host?: unknown; port?: unknown; path?: unknown }
    return path === undefined || path === null ? { host: String(host ?? 'localhost'), port: Number(port) } : null
  }
  const port = Number(first)
  if (first === undefined || Number.isNaN(port)) return null
  return { host: typeof second === 'string' ? second : 'localhost', port }
}

function watchIfGuarded(socket: net.Socket, host: string, port: number): void {
  if (watched.has(socket)) return
  const name = host.toLowerCase()
  if (strictOpeners().some(opener => opener.guardsHost?.(name, port) === true)) watch(socket as OpenSocket)
}

function watch(socket: OpenSocket): void {
  watched.add(socket)
  const write = socket._writeGeneric
  Object.defineProperty(socket, '_writeGeneric', {
    configurable: true,
    writable: true,
    value: (...args: unknown[]) => {
      if (taken.has(socket)) return Reflect.apply(write, socket, args)
      const error = new GuardError('ERR_GDPR_UNGUARDED_CARRIER', 'socket')
      const callback = args.at(-1)
      if (typeof callback === 'function') callback(error)
      socket.destroy(error)
    },
  })
}
