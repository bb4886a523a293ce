/** A text below its title, for the terminal. */
export function print(title, text) {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 76 - title.length))}\n${text}`)
}
