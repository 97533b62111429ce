// SPDX-License-Identifier: Apache-2.0

/** Adds all of a list to another. Lists of a hundred thousand problems are more than one call takes as arguments. */
export function appendAll<Item>(into: Item[], more: Iterable<Item>): void {
  for (const item of more) into.push(item)
}
