// SPDX-License-Identifier: Apache-2.0
import { codeList, structure, type Agreement } from '@corridor/contracts'
import { listsOf } from '../levels'
import { monthsOf } from '../months-of'
import { reportable } from '../reports'
import { eachParty } from '../standing'
import { clausesOf, partiesOf, type ClauseOf } from '../terms'
import { finding, type Finding } from './finding'

/** Clauses by which partners report that can never hold, and partners who give what they may not report. */
export function lintReports(terms: Agreement): readonly Finding[] {
  return [
    ...clausesOf(terms, 'report').flatMap((clause) => lintReport(terms, clause)),
    ...neverShared(terms),
  ]
}

function lintReport(terms: Agreement, clause: ClauseOf<'report'>): readonly Finding[] {
  const { id, by, areas, contract, periods, as: role } = clause
  const never = (detail: string): Finding => finding('CLAUSE_UNREACHABLE', [id], detail)
  const found: Finding[] = []
  const states = codeList('CL_AREA').codes
  const parties = areas.includes(eachParty) ? partiesOf(terms) : areas
  if (!parties.some((area) => states.includes(area) && !by.includes(area)))
    found.push(never('none of its areas is a state that is a party'))
  // A state has its own duty to report, and speaks of nobody else.
  found.push(
    ...by
      .filter((partner) => states.includes(partner))
      .map((state) => never(`${state} is a state: it reports for itself, without a clause`)),
  )
  if (reportable[role][contract] === undefined)
    found.push(never(`who reports as ${role} has nothing to report by ${contract}`))
  if (periods !== undefined && monthsOf(periods.from).first > monthsOf(periods.until).last)
    found.push(never(`the periods end in ${periods.until}, before they begin in ${periods.from}`))
  return [...found, ...lintSlices(clause)]
}

function lintSlices({ id, contract, only = [], as: role }: ClauseOf<'report'>): readonly Finding[] {
  const { dimensions } = structure(contract)
  const allowed = reportable[role][contract]
  return only.flatMap(({ dimension: name, codes }): readonly Finding[] => {
    const dimension = dimensions.find(({ column }) => column === name)
    const unknown = (detail: string): Finding => finding('CLAUSE_REFERENCE_UNKNOWN', [id], detail)
    if (dimension === undefined) return [unknown(`${contract} has no dimension ${name}`)]
    if (dimension.role === 'reporter' || dimension.role === 'time')
      return [unknown(`${name} is told by the areas and by the periods, not by codes`)]
    const lists = listsOf(dimension)
    const lost = codes.filter((code) => !lists.some((list) => list.normalise(code) === code))
    const beyond =
      allowed?.dimension === name ? codes.filter((code) => !allowed.codes.includes(code)) : []
    return [
      ...lost.map((code) => unknown(`${name} has no code ${code}`)),
      ...beyond.map((code) =>
        finding('CLAUSE_UNREACHABLE', [id], `who reports as ${role} reports no ${code}`),
      ),
    ]
  })
}

// Whoever is named as a partner and gives figures of a contract that no clause lets it report gives nothing.
function neverShared(terms: Agreement): readonly Finding[] {
  const reports = clausesOf(terms, 'report')
  const partners = new Set(reports.flatMap(({ by }) => by))
  return clausesOf(terms, 'share').flatMap(({ id, from, contract }) =>
    from
      .filter((party) => partners.has(party))
      .filter(
        (party) => !reports.some((one) => one.contract === contract && one.by.includes(party)),
      )
      .map((party) =>
        finding('CLAUSE_UNREACHABLE', [id], `no clause lets ${party} report ${contract}`),
      ),
  )
}
