// SPDX-License-Identifier: Apache-2.0

/** Characters of a value that are shown at most. */
const mostCharacters = 40

/**
 * A value as people may see it: cut, and with control characters escaped.
 * The sender controls it: it must neither move a terminal's cursor nor turn the direction of the text around it.
 */
export function shown(value: string): string {
  const cut = value.length > mostCharacters ? `${value.slice(0, mostCharacters)}…` : value
  return cut.replace(
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** A place as people say it: `column H (people)`. */
export function columnWords(place: { readonly letter: string; readonly header: string }): string {
  // A message has names of columns and no letters.
  if (place.letter === '') return `column ${shown(place.header)}`
  return `column ${place.letter} (${shown(place.header)})`
}
