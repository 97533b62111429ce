// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact'
import { SaidText, SideMark } from './marks'
import type { Figure } from './props'
import { useWords } from './words'

/** What both sides say about one figure, beside their difference; `children` are notes under the difference. */
export function Trio({
  figure,
  difference,
  children,
}: {
  readonly figure: Pick<Figure, 'origin' | 'destination' | 'originSays' | 'destinationSays'>
  readonly difference: ComponentChildren
  readonly children?: ComponentChildren
}) {
  const t = useWords()
  return (
    <dl class="trio">
      <div>
        <dt>
          <SideMark side="origin" /> {figure.origin.name}
        </dt>
        <dd>
          <SaidText said={figure.originSays} />
        </dd>
      </div>
      <div>
        <dt>
          <SideMark side="destination" /> {figure.destination.name}
        </dt>
        <dd>
          <SaidText said={figure.destinationSays} />
        </dd>
      </div>
      <div>
        <dt>{t.review.difference}</dt>
        <dd>{difference}</dd>
        {children}
      </div>
    </dl>
  )
}
