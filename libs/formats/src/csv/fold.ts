// SPDX-License-Identifier: Apache-2.0

/** A scalar where all entries agree, else the entries: how a dataset keeps a column. */
export function fold<Value>(entries: readonly Value[]): Value | readonly Value[] {
  const [first] = entries
  return first !== undefined && entries.every((entry) => entry === first) ? first : entries
}
