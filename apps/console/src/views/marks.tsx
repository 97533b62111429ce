// SPDX-License-Identifier: Apache-2.0
// The small signs that every page uses: sides, tags, numbers, moments.
import type { ComponentChildren } from 'preact'
import * as numbers from '../i18n/numbers'
import type { AgreementState, Figure, Said } from './props'
import { useWords } from './words'

/** ● for the origin, ■ for the destination: colour and shape; the word stands beside it. */
export function SideMark({ side }: { readonly side: 'origin' | 'destination' }) {
  return (
    <svg class={`mark mark-${side}`} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {side === 'origin' ? (
        <circle cx={6} cy={6} r={5} />
      ) : (
        <rect x={1.5} y={1.5} width={9} height={9} />
      )}
    </svg>
  )
}

/** A number with its sign, a range or a code: never turned round in a right-to-left sentence. */
export function Ltr({ children }: { readonly children: ComponentChildren }) {
  return <bdi dir="ltr">{children}</bdi>
}

/** "Belgium → Denmark"; a screen reader hears "Belgium to Denmark". */
export function Direction({ figure }: { readonly figure: Pick<Figure, 'origin' | 'destination'> }) {
  const t = useWords()
  return (
    <>
      {figure.origin.name}{' '}
      <span class="arrow" aria-hidden="true">
        →
      </span>
      <span class="hidden-text">{t.frame.to}</span> {figure.destination.name}
    </>
  )
}

/** "Belgium – Denmark": both directions. Of an agreement of several, all its parties. */
export function Pair({ parties }: { readonly parties: readonly { readonly name: string }[] }) {
  const t = useWords()
  return (
    <>
      {parties.map(({ name }, i) =>
        i === 0 ? (
          name
        ) : (
          <>
            {' '}
            <span aria-hidden="true">–</span>
            <span class="hidden-text">{t.frame.and}</span> {name}
          </>
        ),
      )}
    </>
  )
}

/** What a side says: a count, or the words for why there is none. */
export function SaidText({ said }: { readonly said: Said }) {
  const t = useWords()
  if (said.kind === 'value') return <>{numbers.count(said.persons)}</>
  return <span class="said-none">{t.said[said.kind]}</span>
}

/** A count of people, or the words that nobody reported. */
export function PeopleText({ persons }: { readonly persons: number | null }) {
  const t = useWords()
  if (persons === null) return <span class="said-none">{t.said['no-report']}</span>
  return <>{numbers.count(persons)}</>
}

/** A moment, in UTC. */
export function Moment({ at }: { readonly at: string }) {
  return (
    <time dateTime={at} dir="auto">
      {numbers.moment(at)}
    </time>
  )
}

/** A day. */
export function Day({ on }: { readonly on: string }) {
  return (
    <time dateTime={on} dir="auto">
      {numbers.day(on)}
    </time>
  )
}

/** First and last day of something. */
export function Term({
  term,
}: {
  readonly term: { readonly from: string; readonly until: string }
}) {
  return (
    <Ltr>
      <Day on={term.from} /> – <Day on={term.until} />
    </Ltr>
  )
}

/** What a tag can say. */
export type TagState = Figure['judgement']['outcome'] | AgreementState['state'] | 'nothing'

const shapes: Readonly<Record<TagState, string>> = {
  within: 'M2 6.5 5 9.5 10 3',
  outside: 'M6 1.5 11 10.5H1z',
  'not-comparable': 'M2 4.5h8M2 7.5h8M8.5 1.5l-5 9',
  'one-sided': 'M6 1a5 5 0 0 1 0 10z M6 1a5 5 0 1 0 0 10',
  proposed: 'M2.5 1h7M2.5 11h7M3 1c0 5 6 5 6 10M9 1c0 5-6 5-6 10',
  signed: 'M2.5 1h7M2.5 11h7M3 1c0 5 6 5 6 10M9 1c0 5-6 5-6 10',
  provisional: 'M2 6.5 5 9.5 10 3',
  'in-force': 'M2 6.5 5 9.5 10 3',
  suspended: 'M4 2v8M8 2v8',
  revoked: 'M2 2l8 8M10 2l-8 8',
  ended: 'M2.5 2.5h7v7h-7z',
  nothing: 'M2 6h8',
}

/** A state: words, tint and shape. */
export function Tag({ state }: { readonly state: TagState }) {
  const t = useWords()
  return <LookedTag look={state}>{t.states[state]}</LookedTag>
}

/** Other words in the look of a state. */
export function LookedTag({
  look,
  children,
}: {
  readonly look: TagState
  readonly children: ComponentChildren
}) {
  return (
    <span class={`tag tag-${look}`}>
      <svg class="tag-shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path d={shapes[look]} />
      </svg>
      {children}
    </span>
  )
}
