// SPDX-License-Identifier: Apache-2.0
// What the sentences and totals of a page are made of: always the rows of its own table.
import type { Catalogue } from '../i18n/catalogue'
import type { TallyPart } from '../charts'
import type { Definition, Figure } from './props'

/** How many figures ended how. `compared` are those that were judged. */
export interface Tally {
  readonly within: number
  readonly outside: number
  readonly notComparable: number
  readonly oneSided: number
  readonly compared: number
  readonly all: number
}

/** Counts figures by outcome. */
export function tallyOf(figures: readonly Figure[]): Tally {
  const of = (outcome: Figure['judgement']['outcome']) =>
    figures.filter((figure) => figure.judgement.outcome === outcome).length
  return tally({
    within: of('within'),
    outside: of('outside'),
    notComparable: of('not-comparable'),
    oneSided: of('one-sided'),
  })
}

/** Completes counts that came as counts. */
export function tally(counts: Omit<Tally, 'compared' | 'all'>): Tally {
  const compared = counts.within + counts.outside
  return { ...counts, compared, all: compared + counts.notComparable + counts.oneSided }
}

/** A tally as the parts of a bar, worst first. */
export function partsOf(of: Tally): readonly TallyPart[] {
  return [
    { look: 'outside', count: of.outside },
    { look: 'within', count: of.within },
    { look: 'not-comparable', count: of.notComparable },
    { look: 'one-sided', count: of.oneSided },
  ]
}

/** Figures of one direction, oldest first. */
export interface DirectionGroup {
  readonly key: string
  readonly figures: readonly Figure[]
}

/** Figures by direction and breakdown, in the order in which they came; periods ascend. */
export function byDirection(figures: readonly Figure[]): readonly DirectionGroup[] {
  const groups = new Map<string, Figure[]>()
  for (const figure of figures) {
    const key = seriesOf(figure)
    groups.set(key, [...(groups.get(key) ?? []), figure])
  }
  return [...groups].map(([key, group]) => ({
    key,
    figures: group.toSorted((a, b) => (a.period < b.period ? -1 : 1)),
  }))
}

/** Which line of a chart a figure belongs to. */
export function seriesOf(figure: Figure): string {
  return JSON.stringify([figure.origin.code, figure.destination.code, figure.breakdown])
}

/** The latest figure of each direction. */
export function latestOf(figures: readonly Figure[]): readonly Figure[] {
  return byDirection(figures.filter((figure) => figure.breakdown === null)).flatMap(
    (group) => group.figures.at(-1) ?? [],
  )
}

/** Which side says more. */
export function higherOf(figure: Figure): 'origin' | 'destination' | 'neither' {
  const difference = differenceOf(figure)
  if (difference === null || difference === 0) return 'neither'
  return difference > 0 ? 'origin' : 'destination'
}

/** Origin minus destination; null where the report has none. */
export function differenceOf(figure: Figure): number | null {
  return figure.judgement.outcome === 'one-sided' ? null : figure.judgement.difference
}

/** Asymmetry in percent; null where the report has none. */
export function asymmetryOf(figure: Figure): number | null {
  return figure.judgement.outcome === 'one-sided' ? null : figure.judgement.asymmetryPercent
}

/** Asymmetries of the figures that were judged: the scale of the bars is made of these. */
export function judgedAsymmetries(figures: readonly Figure[]): readonly number[] {
  return figures.flatMap(({ judgement }) =>
    judgement.outcome === 'within' || judgement.outcome === 'outside'
      ? [judgement.asymmetryPercent]
      : [],
  )
}

/** Why a figure was not judged, in sentences: from the definitions and gaps, else in the report's own words. */
export function reasonsOf(figure: Figure, t: Catalogue): readonly string[] {
  const { judgement } = figure
  switch (judgement.outcome) {
    case 'within':
    case 'outside':
      return []
    case 'one-sided':
      return orElse(gaps(figure, t), judgement.reason)
    case 'not-comparable':
      return orElse(apart(figure, t), judgement.reason)
  }
}

function orElse(found: readonly string[], reason: string): readonly string[] {
  return found.length > 0 ? found : [reason]
}

function gaps(figure: Figure, t: Catalogue): readonly string[] {
  const sides = [
    { name: figure.origin.name, said: figure.originSays },
    { name: figure.destination.name, said: figure.destinationSays },
  ]
  return sides.flatMap(({ name, said }) => {
    switch (said.kind) {
      case 'value':
        return []
      case 'no-report':
        return [t.definitions.noReport(name)]
      case 'hidden':
        return [t.definitions.hidden(name)]
      case 'not-applicable':
        return [t.definitions.notApplicable(name)]
    }
  })
}

const deciding = ['minimumStay', 'population', 'partnerConcept'] as const

function apart(figure: Figure, t: Catalogue): readonly string[] {
  const { originCounts, destinationCounts, origin, destination } = figure
  if (originCounts === null || destinationCounts === null) return []
  const terms = t.definitions
  const differing = deciding
    .filter((part) => originCounts[part] !== destinationCounts[part])
    .map((part) =>
      terms.bothSides(
        terms.apart[part](origin.name, originCounts[part]),
        terms.apart[part](destination.name, destinationCounts[part]),
      ),
    )
  const derived = (counts: Definition, name: string) =>
    counts.source === 'mirror' ? [terms.mirror(name)] : []
  return [
    ...differing,
    ...derived(originCounts, origin.name),
    ...derived(destinationCounts, destination.name),
  ]
}
