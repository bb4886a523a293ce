/**
 * What a score means. One threshold for all; a recognizer chooses the score by the evidence it has, so that the strongest
 * evidence wins where findings overlap.
 */

/** A form that nothing else has, or a check digit in a form of its own: IBAN, a key with its maker's prefix, `user@host.tld`. */
export const CERTAIN = 0.99
/** A check digit, or a fixed form beside its own label. */
export const CHECKED = 0.95
/** A label, key or column names the value and the value looks right. */
export const LABELLED = 0.85
/** A form that is rarely anything else. */
export const TYPICAL = 0.75
/** A form that is sometimes something else, with a word for it close by. */
export const LIKELY = 0.6
/** A form that is sometimes something else, somewhere in a line that speaks of such a value. */
export const SUPPOSED = 0.55
/** Below this nothing is replaced. */
export const threshold = 0.5
/** A form that is often something else: not reported unless something raises it. */
export const POSSIBLE = 0.3
