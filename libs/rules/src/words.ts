// SPDX-License-Identifier: Apache-2.0

/** A whole number as people read it: `inWords(48212) // '48,212'`. */
export function inWords(figure: number): string {
  return String(figure).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}
