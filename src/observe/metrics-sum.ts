/** Metrics of several processes as those of one. All of ours are counters and histograms, whose samples add up. */

/** Prometheus texts of the same metrics, in any order of their series. The first text decides the order of metrics. */
export function sumMetrics(texts: readonly string[]): string {
  const blocks = new Map<string, Block>()
  for (const text of texts) for (const line of text.split('\n')) if (line !== '') addLine(blocks, line)
  return [...blocks.values()].map(blockText).join('')
}

/** One metric: its comment lines, and the sum of each of its samples. */
interface Block {
  readonly comments: Set<string>
  readonly samples: Map<string, number>
}

function addLine(blocks: Map<string, Block>, line: string): void {
  const comment = /^# (?:HELP|TYPE) (\S+)/.exec(line)
  if (comment !== null) {
    blockOf(blocks, comment[1]!).comments.add(line)
    return
  }
  const space = line.lastIndexOf(' ')
  const series = line.slice(0, space)
  const name = series.split('{', 1)[0]!
  const { samples } = blockOf(blocks, blocks.has(name) ? name : name.replace(/_(?:bucket|sum|count)$/, ''))
  samples.set(series, (samples.get(series) ?? 0) + Number(line.slice(space + 1)))
}

function blockOf(blocks: Map<string, Block>, name: string): Block {
  const known = blocks.get(name)
  if (known !== undefined) return known
  const block = { comments: new Set<string>(), samples: new Map<string, number>() }
  blocks.set(name, block)
  return block
}

function blockText({ comments, samples }: Block): string {
  const lines = [...comments, ...[...samples].map(([series, value]) => `${series} ${value}`)]
  return `${lines.join('\n')}\n`
}
