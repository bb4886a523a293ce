/** What a parent and its workers say to each other. Metrics go as text; nothing of a request does. */

export type PoolMessage =
  /** To the parent: what have all of us counted? */
  | { readonly pool: 'ask'; readonly id: number }
  /** To a worker: what have you counted? */
  | { readonly pool: 'count'; readonly id: number }
  | { readonly pool: 'counted'; readonly id: number; readonly text: string }
  | { readonly pool: 'sum'; readonly id: number; readonly text: string }
  /** To a worker: let running answers end. Not a signal: where a whole group is sent one, that would be the second. */
  | { readonly pool: 'stop' }

export function isPoolMessage(value: unknown): value is PoolMessage {
  return typeof value === 'object' && value !== null && 'pool' in value && typeof value.pool === 'string'
}
