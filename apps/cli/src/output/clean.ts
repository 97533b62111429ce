// SPDX-License-Identifier: Apache-2.0

// Controls move the cursor and change colours; the directional ones reverse what is read; the invisible ones hide.
const unsafe =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu

/** What was written by somebody else, fit for a terminal: controls are shown instead of obeyed, and it is cut. */
export function clean(text: string, most = 200): string {
  const shown = text.slice(0, most * 2).replace(unsafe, escaped)
  return shown.length > most ? `${shown.slice(0, most - 1)}…` : shown
}

function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16)
  return `\\u{${code}}`
}

/** The same for a part of a file's name: letters, digits, hyphen and underscore only. */
export function cleanName(text: string): string {
  return text.replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, 60)
}
