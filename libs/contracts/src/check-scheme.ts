// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { codeList } from './code-list'
import type { CodeListId } from './generated/code-lists'
import type { MobilityScheme } from './generated/types'

/** Why the description of a scheme is refused although its schema accepts it. */
export type SchemeRefusal = 'CODE_UNKNOWN' | 'REPORTER_NOT_SENDER' | 'CONTENT_WRONG'

const classificationLists: Readonly<Record<string, CodeListId>> = {
  'ISIC-4': 'CL_ACTIVITY_ISIC4',
  'ISIC-5': 'CL_ACTIVITY_ISIC5',
  'ISCO-08': 'CL_OCCUPATION',
  'ISCO-88': 'CL_ISCO88',
}

/** Judges what a schema cannot say of a mobility scheme: that its codes are known, and that its parts go together. */
export function checkScheme(scheme: MobilityScheme): Outcome<MobilityScheme, SchemeRefusal> {
  const unknown = codesOf(scheme).find(([, id, code]) => codeList(id).normalise(code) === undefined)
  if (unknown !== undefined) {
    const [where, id, code] = unknown
    return refuse('CODE_UNKNOWN', `${where}: code ${code} is not in ${id}`)
  }
  const states = scheme.partners.flatMap((one) => (one.kind === 'state' ? [one.state] : []))
  if (!states.some((state) => isSameArea(state, scheme.reporter)))
    return refuse(
      'REPORTER_NOT_SENDER',
      `${scheme.reporter} describes a scheme in which it is no partner`,
    )
  const wrong = wrongOrder(scheme)
  return wrong === undefined ? accept(scheme) : refuse('CONTENT_WRONG', wrong)
}

type NamedCode = readonly [where: string, list: CodeListId, code: string]

function codesOf({
  reporter,
  scheme,
  partners,
  terms,
  contacts,
  ...rest
}: MobilityScheme): readonly NamedCode[] {
  const { quotas = [], sectors, occupations } = terms
  const { indicators = [] } = rest
  return [
    ['reporter', 'CL_AREA', reporter],
    ['scheme', 'CL_MOBILITY_SCHEME_TYPE', scheme],
    ...partners.flatMap((one) => areas('partners', one.kind === 'state' ? one.state : one.seat)),
    ...quotas.flatMap(({ origin }) => areas('terms, quotas', origin)),
    ...[sectors, occupations].flatMap((one) => classified(one)),
    ...indicators.map(({ unit }): NamedCode => ['indicators', 'CL_UNIT', unit]),
    ...contacts.flatMap(({ state }) => areas('contacts', state)),
  ]
}

function areas(where: string, code: string | undefined): readonly NamedCode[] {
  return code === undefined ? [] : [[where, 'CL_AREA', code]]
}

function classified(
  one: { readonly classification: string; readonly codes: readonly string[] } | undefined,
): readonly NamedCode[] {
  const list = classificationLists[one?.classification ?? '']
  if (one === undefined || list === undefined) return []
  return one.codes.map((code) => [`terms, ${one.classification}`, list, code])
}

function isSameArea(one: string, other: string): boolean {
  const { normalise } = codeList('CL_AREA')
  return normalise(one) === normalise(other)
}

function wrongOrder({ term, terms, indicators = [] }: MobilityScheme): string | undefined {
  const { minimumMonths = 0, maximumMonths } = terms.stay
  if (minimumMonths > maximumMonths)
    return `terms, stay: the shortest stay of ${minimumMonths} months is longer than the longest, ${maximumMonths}`
  if (term.until !== undefined && term.until < term.from)
    return `term: it would end on ${term.until}, before it begins on ${term.from}`
  const ids = indicators.map(({ id }) => id)
  const twice = ids.find((id, i) => ids.indexOf(id) !== i)
  return twice === undefined ? undefined : `indicators: ${twice} is described twice`
}
