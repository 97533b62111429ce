// SPDX-License-Identifier: Apache-2.0
import type { CaseComment, Move } from '../../views'
import type { EventRow } from '../review-reading'
import { placeOfFigure, type Names } from './places'

/** A line of what has happened. A comment's words stand in the discussion, not here. */
export function moveOf(
  { number, fact, by, at, detail, signature }: EventRow,
  names: Names,
  contract: string,
): Move {
  const figure = textIn(detail, 'figure')
  return {
    ...{ number, fact, at, by: by === null ? null : names(by) },
    words: textIn(detail, 'reason') ?? reasonOfProposal(detail) ?? '',
    figure: figure === null ? null : figureWords(figure, contract, names),
    isSigned: signature !== null,
  }
}

function figureWords(key: string, contract: string, names: Names): string {
  const { origin, destination, breakdown } = placeOfFigure(key, contract, names)
  const corridor = `${origin.name} → ${destination.name}`
  return breakdown === null ? corridor : `${corridor}, ${breakdown}`
}

function reasonOfProposal({ proposal }: EventRow['detail']): string | null {
  return typeof proposal === 'object' && proposal !== null ? textIn(proposal, 'reason') : null
}

/** The comments that a reader may read, each as its author has left it. */
export function commentsOf(events: readonly EventRow[], names: Names): readonly CaseComment[] {
  return events.flatMap(({ fact, by, at, detail }): CaseComment[] => {
    if (fact !== 'commented' || by === null) return []
    const id = textIn(detail, 'id') ?? ''
    const edited = events.findLast(
      (one) => one.fact === 'comment-edited' && textIn(one.detail, 'id') === id,
    )
    return [
      {
        ...{ id, at, by: names(by) },
        text: textIn((edited ?? { detail }).detail, 'text') ?? '',
        audience: detail['audience'] === 'office' ? 'office' : 'both',
        corrects: textIn(detail, 'corrects'),
        isEdited: edited !== undefined,
      },
    ]
  })
}

function textIn(of: object, member: string): string | null {
  const value: unknown = (of as Readonly<Record<string, unknown>>)[member]
  return typeof value === 'string' ? value : null
}
