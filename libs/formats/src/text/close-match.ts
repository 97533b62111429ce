// SPDX-License-Identifier: Apache-2.0

/** The name that was probably meant: at most two letters wrong, one of short names. */
export function closeMatch(typed: string, known: Iterable<string>): string | undefined {
  let best: { readonly name: string; readonly distance: number } | undefined
  for (const name of known) {
    const most = Math.min(name.length, typed.length) < 6 ? 1 : 2
    if (Math.abs(name.length - typed.length) > most) continue
    const distance = editDistance(typed, name)
    if (distance <= most && (best === undefined || distance < best.distance))
      best = { name, distance }
  }
  return best?.name
}

// Two letters that changed places count as one mistake.
function editDistance(left: string, right: string): number {
  let older: number[] = []
  let before = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i++) {
    const now = [i]
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1
      const turned = left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]
      now[j] = Math.min(
        (before[j] ?? 0) + 1,
        (now[j - 1] ?? 0) + 1,
        (before[j - 1] ?? 0) + same,
        turned && i > 1 && j > 1 ? (older[j - 2] ?? 0) + 1 : Infinity,
      )
    }
    older = before
    before = now
  }
  return before[right.length] ?? Infinity
}
