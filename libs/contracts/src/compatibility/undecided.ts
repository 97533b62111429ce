// SPDX-License-Identifier: Apache-2.0

/** What the gate cannot decide exactly: it is caught at the front and makes the verdict `unknown`, never `compatible`. */
export class Undecided extends Error {
  override readonly name = 'Undecided'
}
