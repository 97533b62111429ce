// SPDX-License-Identifier: Apache-2.0
import { label, type ReviewedReport } from '@corridor/contracts'
import type {
  CaseFigureShown,
  CaseLine,
  CaseShown,
  ProposedCauseShown,
  ReviewLine,
} from '@corridor/sdk'
import { clean } from './output/clean'
import { table } from './output/table'
import { count, instant, list, whole } from './output/words'

/** What a case is about: BE → DK, or the figures of BE. */
export function aboutWords({ about }: Pick<CaseLine, 'about'>): string {
  const { kind, origin = '', destination = '', reporter = '', role = '' } = about
  if (kind !== 'reporter') return `${origin} → ${destination}`
  return role === '' ? `the figures of ${reporter}` : `the figures of ${reporter} as ${role}`
}

/** Where a case, figure or report stands, as a sentence has it: `under-review` is under review. */
export function statusWords(status: string): string {
  return clean(status.replaceAll('-', ' '), 40)
}

/** Persons, or what stands in their place. */
export function personsOrNone(value: number | null): string {
  return value === null ? 'not shown' : whole(value)
}

/** The causes of a figure with their amounts. */
export function causeWords(
  causes: readonly { readonly cause: string; readonly persons?: number | null }[],
): string {
  const words = causes.map(({ cause, persons }) =>
    persons === null || persons === undefined
      ? label('CL_CAUSE', cause)
      : `${label('CL_CAUSE', cause)} ${whole(persons)}`,
  )
  return words.join(', ')
}

/** The figures of a case, one a line. */
export function figureTable(figures: readonly CaseFigureShown[]): string {
  const columns = [
    { name: 'Figure', of: ({ key }: CaseFigureShown) => key, most: 100 },
    { name: 'Origin', of: ({ origin }: CaseFigureShown) => personsOrNone(origin.value), end: true },
    {
      name: 'Destination',
      of: ({ destination }: CaseFigureShown) => personsOrNone(destination.value),
      end: true,
    },
    { name: 'Difference', of: (one: CaseFigureShown) => personsOrNone(one.difference), end: true },
    { name: 'Stands', of: ({ state }: CaseFigureShown) => statusWords(state.status) },
    { name: 'On the table', of: ({ state }: CaseFigureShown) => proposalWords(state), most: 100 },
  ] as const
  return table<CaseFigureShown>(columns, figures)
}

/** The causes that the hub proposes for a case and its figures, with what suggests them; empty where there is none. */
export function proposedTable({ proposedCauses, cells }: CaseShown): string {
  const ofCase = proposedCauses.map((one) => ({ figure: 'all of them', ...one }))
  const ofFigures = Object.values(cells).flatMap(({ key, proposedCauses: own }) =>
    own.map((one) => ({ figure: key, ...one })),
  )
  const proposed = [...ofCase, ...ofFigures]
  if (proposed.length === 0) return ''
  const columns = [
    { name: 'Figure', of: ({ figure }: Proposed) => figure, most: 100 },
    { name: 'Cause', of: ({ cause }: Proposed) => `${label('CL_CAUSE', cause)} (${cause})` },
    { name: 'Whose', of: ({ side }: Proposed) => side },
    {
      name: 'Would explain',
      of: ({ persons }: Proposed) => (persons === null ? '' : whole(persons)),
      end: true,
    },
    { name: 'Because', of: ({ evidence }: Proposed) => evidence, most: 200 },
  ] as const
  return `What the figures suggest; people decide:\n${table<Proposed>(columns, proposed)}`
}

type Proposed = ProposedCauseShown & { readonly figure: string }

function proposalWords({ proposal }: CaseFigureShown['state']): string {
  if (proposal === undefined) return ''
  const { value, causes, by } = proposal
  const what = value === null ? 'both stand' : whole(value)
  const why = causes.length === 0 ? '' : ` (${causeWords(causes)})`
  return `${by}: ${what}${why}`
}

/** Where a version of a report stands, in a few words. */
export function reviewWords({ status, overdue, mark, signatures }: ReviewLine): string {
  const signed =
    status === 'signed-by-one' ? ` (${list(signatures.map((one) => one.participant))})` : ''
  const late = overdue && signatures.length === 0 ? ', overdue' : ''
  return `${statusWords(status)}${signed}${late}${mark === null ? '' : `, ${statusWords(mark)}`}`
}

/** What there is to sign, for a person to read before: counts, every figure that people settled, causes. */
export function reviewedInWords(reviewed: ReviewedReport): string {
  const { agreement, period, version, parties, agreed, agreedToDiffer, corrected, notTakenUp } =
    reviewed
  const figures = reviewed.cases.flatMap((one) => one.figures)
  const columns = [
    { name: 'Figure', of: ({ figure }: Settled) => figure, most: 100 },
    { name: 'Origin', of: ({ originSays }: Settled) => personsOrNone(originSays), end: true },
    {
      name: 'Destination',
      of: ({ destinationSays }: Settled) => personsOrNone(destinationSays),
      end: true,
    },
    { name: 'Stands', of: ({ status }: Settled) => statusWords(status) },
    {
      name: 'Agreed',
      of: ({ value }: Settled) => (value === undefined ? '' : whole(value)),
      end: true,
    },
    { name: 'Causes', of: ({ causes = [] }: Settled) => causeWords(causes), most: 100 },
  ] as const
  return [
    `Report ${agreement} ${period}, version ${whole(version)}, ${list(parties)}`,
    `${count(agreed, 'figure')} agreed, ${whole(agreedToDiffer)} agreed to differ, ${whole(corrected)} corrected; ${whole(notTakenUp)} not taken up within the budget`,
    ...(figures.length === 0 ? [] : ['', table<Settled>(columns, figures)]),
  ].join('\n')
}

type Settled = ReviewedReport['cases'][number]['figures'][number]

/** A digest in groups of four, to be compared by eye. */
export function inGroups(digest: string): string {
  return (digest.replace('sha-256:', '').match(/.{1,4}/g) ?? []).join(' ')
}

/** When an answer is due. */
export function dueWords(dueAt: string, now: Date): string {
  return Date.parse(dueAt) < now.getTime() ? `was due ${instant(dueAt)}` : `due ${instant(dueAt)}`
}
