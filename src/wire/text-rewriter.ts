/** Rewrites the text of an answer as it arrives. `end` gives what is left and is called once. */
export interface TextRewriter {
  write(piece: string): string
  end(): string
}
