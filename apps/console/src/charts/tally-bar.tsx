// SPDX-License-Identifier: Apache-2.0

/** One part of a whole: `look` names its colour and pattern in the sheet. */
export interface TallyPart {
  readonly look: 'within' | 'outside' | 'not-comparable' | 'one-sided'
  readonly count: number
}

const width = 1000
const gap = 4

/** A whole split into parts, in the order of its legend. Hidden from assistive technology: the legend holds the counts. */
export function TallyBar({ parts }: { readonly parts: readonly TallyPart[] }) {
  const shown = parts.filter((part) => part.count > 0)
  const whole = shown.reduce((sum, part) => sum + part.count, 0)
  const room = width - gap * Math.max(shown.length - 1, 0)
  let start = 0
  const pieces = shown.map((part) => {
    const size = (part.count / whole) * room
    const piece = { look: part.look, x: start, size }
    start += size + gap
    return piece
  })
  return (
    <svg class="tally" viewBox={`0 0 ${width} 28`} preserveAspectRatio="none" aria-hidden="true">
      {pieces.map((piece) => (
        <rect
          key={piece.look}
          class={`tally-${piece.look}`}
          x={piece.x}
          y={0}
          width={piece.size}
          height={28}
        />
      ))}
    </svg>
  )
}
