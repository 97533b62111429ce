// SPDX-License-Identifier: Apache-2.0

/** A text that a spreadsheet would run as a formula, with an apostrophe before it; `unguarded` takes it away again. */
export function guarded(text: string): string {
  return isFormula(text) ? `'${text}` : text
}

/** A text as it was before it was guarded. */
export function unguarded(text: string): string {
  return text.startsWith("'") && isFormula(text) ? text.slice(1) : text
}

// A day without a year, --07-01, is a text that nobody calculates with.
function isFormula(text: string): boolean {
  return /^'*[=+\-@\t\r]/.test(text) && !/^--\d\d-\d\d$/.test(text)
}
