// SPDX-License-Identifier: Apache-2.0
// Where things of the review are: their pages, and which figure a name of one means.
import type { CaseFigure, Place } from '../../views'
import { breakdownOf } from '../pairs-reading'

/** Gives a participant's name. */
export type Names = (code: string) => Place

/** Address of the page of an act about a case, or about one of its figures. */
export function caseActHref(id: string, act: string, figure?: string): string {
  const page = `${caseHref(id)}/acts/${act}`
  return figure === undefined ? page : `${page}?figure=${encodeURIComponent(figure)}`
}

/** Address of the page of a case. */
export function caseHref(id: string): string {
  return `/cases/${encodeURIComponent(id)}`
}

/** Address of the page of a report; of its newest version where none is named. */
export function reportHref(agreement: string, period: string): string {
  return `/reports/${encodeURIComponent(agreement)}/${encodeURIComponent(period)}`
}

/** Where a figure belongs: `BE.DK._T._T` is a direction and the codes of the contract's other dimensions. */
export function placeOfFigure(
  key: string,
  contract: string,
  names: Names,
): Pick<CaseFigure, 'origin' | 'destination' | 'breakdown'> {
  const [origin = '', destination = '', ...codes] = key.split('.')
  const breakdown = breakdownOf({ contract, breakdown: codes.join('.') })
  return { origin: names(origin), destination: names(destination), breakdown }
}
