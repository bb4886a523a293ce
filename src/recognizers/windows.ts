/** Cuts a long text into windows that overlap, so that what a border cuts stands whole in one of them. */

export interface Window {
  readonly start: number
  readonly text: string
}

/** Windows of at most `longest` units that share about `overlap` units. Borders lie at blanks where there are any. */
export function windowsOf(text: string, longest: number, overlap: number): Window[] {
  const windows: Window[] = []
  let start = 0
  while (text.length - start > longest) {
    const end = borderBefore(text, start + longest, start + Math.ceil(longest / 2))
    windows.push({ start, text: text.slice(start, end) })
    // A step of at least a quarter: the number of windows stays linear in the text.
    start = borderBefore(text, end - overlap, Math.max(start + Math.ceil(longest / 4), end - 2 * overlap))
  }
  windows.push({ start, text: text.slice(start) })
  return windows
}

/** The last place not after `offset` where a word begins, but not before `least`; else `offset`, never inside a surrogate pair. */
function borderBefore(text: string, offset: number, least: number): number {
  const most = Math.max(offset, least)
  for (let at = most; at > least; at--) if (/\s/.test(text.charAt(at - 1))) return at
  const cutsPair = (text.charCodeAt(most) & 0xfc00) === 0xdc00 && (text.charCodeAt(most - 1) & 0xfc00) === 0xd800
  return cutsPair ? most + 1 : most
}
