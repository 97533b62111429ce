// SPDX-License-Identifier: Apache-2.0
import { label } from '@corridor/contracts'
import type { SideOfCase } from './case-props'
import { Moment, SideMark } from './marks'
import { useWords } from './words'

/** The sides of a case apart from each other: what each has answered for itself, or that it has not. */
export function Sides({ sides }: { readonly sides: readonly SideOfCase[] }) {
  const t = useWords().cases
  return (
    <section aria-labelledby="sides">
      <h2 id="sides" class="hidden-text">
        {t.sides}
      </h2>
      <div class="sides">
        {sides.map((side) => (
          <Side key={side.side.code} side={side} />
        ))}
      </div>
    </section>
  )
}

function Side({
  side: { side, role, answer, isSilent, isClosing },
}: {
  readonly side: SideOfCase
}) {
  const words = useWords()
  const t = words.cases
  return (
    <article class={role === null ? 'card' : `card card-${role}`}>
      <h3>
        {role !== null && <SideMark side={role} />} {side.name}
        {role !== null && (
          <span class="corridor-counts">
            {role === 'origin' ? words.sides.roleOrigin : words.sides.roleDestination}
          </span>
        )}
      </h3>
      {answer === null ? (
        <p class="said-none">{isSilent ? t.silent : t.noAnswer}</p>
      ) : (
        <>
          <p class="said-text" dir="auto">
            {answer.text}
          </p>
          <p class="under">
            {answer.causes.length > 0 &&
              `${t.causes}: ${answer.causes.map((cause) => label('CL_CAUSE', cause)).join(', ')} · `}
            {t.answered} <Moment at={answer.at} />
          </p>
        </>
      )}
      {isClosing && <p class="under">{t.closing}</p>}
    </article>
  )
}
