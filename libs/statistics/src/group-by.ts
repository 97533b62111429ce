// SPDX-License-Identifier: Apache-2.0

/** The items in groups by a key, in the order in which keys were met: `groupBy([1, 2, 3], (n) => n % 2).get(1) // [1, 3]`. */
export function groupBy<Key, Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}
