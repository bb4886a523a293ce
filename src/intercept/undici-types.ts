/** The part of undici's dispatcher API (versions 5 to 8) that the hook relies on. */
import type { Duplex } from 'node:stream'

export interface DispatchOptions {
  readonly origin?: string | URL
  readonly path: string
  readonly method: string
  readonly headers?: unknown
  readonly body?: unknown
  readonly query?: unknown
  readonly upgrade?: unknown
}

export type Dispatch = (this: object, options: DispatchOptions, handler: CallerHandler) => boolean

export interface Dispatcher {
  dispatch(options: DispatchOptions, handler: CallerHandler): boolean
}

export type RawHeader = Buffer | string | readonly (Buffer | string)[]
export type Abort = (reason?: unknown) => void

/** Handlers of undici 5 and 6, and of most callers of 7. */
export interface LegacyHandler {
  onConnect?(abort: Abort, context?: unknown): void
  onHeaders?(
    status: number,
    rawHeaders: readonly RawHeader[],
    resume: () => void,
    message?: string,
  ): boolean | undefined
  onData?(chunk: Uint8Array): boolean | undefined
  onComplete?(rawTrailers: readonly RawHeader[] | null): void
  onError?(error: unknown): void
  onUpgrade?(status: number, rawHeaders: readonly RawHeader[], socket: Duplex): void
  onResponseStarted?(): void
  onBodySent?(chunk: Uint8Array): void
  onRequestSent?(): void
}

export interface Controller {
  readonly paused: boolean
  readonly aborted: boolean
  readonly reason: unknown
  pause(): void
  resume(): void
  abort(reason?: unknown): void
}

type HeaderRecord = Readonly<Record<string, string | string[] | undefined>>

/** Handlers of undici 7 (beside the others) and 8. */
export interface ControlledHandler {
  onRequestStart(controller: Controller, context?: unknown): void
  onResponseStart?(controller: Controller, status: number, headers: HeaderRecord, message?: string): void
  onResponseData?(controller: Controller, chunk: Uint8Array): void
  onResponseEnd?(controller: Controller, trailers: HeaderRecord): void
  onResponseError?(controller: Controller, error: unknown): void
  onRequestUpgrade?(controller: Controller, status: number, headers: HeaderRecord, socket: Duplex): void
  onResponseStarted?(): void
  onBodySent?(chunk: Uint8Array): void
  onRequestSent?(): void
}

export type CallerHandler = LegacyHandler | ControlledHandler
