// SPDX-License-Identifier: Apache-2.0
import { codeList, structure, type Agreement, type PipelineStage } from '@corridor/contracts'
import { hasTotal, listsOf } from '../levels'
import { eachParty } from '../standing'
import { clausesOf, partiesOf, type ClauseOf } from '../terms'
import { finding, type Finding } from './finding'

/** Pipelines whose stages do not hang together, are no figures, or are not shared with those who would read of them. */
export function lintPipelines(terms: Agreement): readonly Finding[] {
  return clausesOf(terms, 'pipeline').flatMap((clause) => [
    ...lintPlaces(clause),
    ...clause.stages.flatMap((stage, place) => [
      ...lintOrder(clause, stage, place),
      ...lintFigure(clause, stage),
      ...lintShared(terms, clause, stage),
    ]),
    ...lintStocks(clause),
  ])
}

function lintPlaces({ id, origin, destination }: ClauseOf<'pipeline'>): readonly Finding[] {
  const { codes } = codeList('CL_AREA')
  return [
    ...[origin, destination]
      .filter((code) => !codes.includes(code))
      .map((code) => finding('CLAUSE_REFERENCE_UNKNOWN', [id], `CL_AREA has no code ${code}`)),
    ...(origin === destination
      ? [finding('CLAUSE_UNREACHABLE', [id], 'a corridor needs two ends')]
      : []),
  ]
}

// A stage follows one before it, so no path goes round; what follows one says how much later and how many.
function lintOrder(
  { id, stages }: ClauseOf<'pipeline'>,
  { stage, after, lagPercent, takeUp }: PipelineStage,
  place: number,
): readonly Finding[] {
  const wrong = (detail: string): Finding => finding('CLAUSE_CONTRADICTS', [id], detail)
  const found: Finding[] = []
  if (stages.findIndex((one) => one.stage === stage) !== place)
    found.push(wrong(`it names ${stage} twice`))
  if (after === undefined) {
    if (lagPercent !== undefined || takeUp !== undefined)
      found.push(wrong(`${stage} has a lag or a take-up, and follows no stage`))
    return found
  }
  if (!stages.slice(0, place).some((one) => one.stage === after))
    found.push(finding('CLAUSE_REFERENCE_UNKNOWN', [id], `no stage ${after} comes before ${stage}`))
  if (lagPercent === undefined || takeUp === undefined)
    found.push(
      finding('CLAUSE_OPEN', [id], `it does not say how many become ${stage}, and how much later`),
    )
  const sum = (lagPercent ?? [100]).reduce((all, one) => all + one, 0)
  if (Math.abs(sum - 100) > 0.05) found.push(wrong(`the lags of ${stage} do not sum to 100 %`))
  if (takeUp !== undefined && takeUp.leastPercent > takeUp.mostPercent)
    found.push(wrong(`the least take-up of ${stage} is above the most`))
  return found
}

function lintFigure(
  { id, origin, destination }: ClauseOf<'pipeline'>,
  { stage, from, contract, at }: PipelineStage,
): readonly Finding[] {
  const unknown = (detail: string): Finding => finding('CLAUSE_REFERENCE_UNKNOWN', [id], detail)
  const { dimensions } = structure(contract)
  const ends = dimensions.some(({ role }) => role === 'origin' || role === 'partner')
  const named = at.flatMap(({ dimension, code }): readonly Finding[] => {
    const known = dimensions.find(({ column }) => column === dimension)
    const isOfPath = known?.role !== undefined && known.role !== 'direction'
    if (known === undefined || isOfPath)
      return [unknown(`${contract} has no dimension ${dimension} to name a code of`)]
    const isCode =
      known.values?.includes(code) === true ||
      listsOf(known).some((list) => list.normalise(code) === code)
    return isCode ? [] : [unknown(`${dimension} has no code ${code}`)]
  })
  const left = dimensions.filter(
    (one) =>
      (one.role === undefined || one.role === 'direction') &&
      !at.some(({ dimension }) => dimension === one.column) &&
      (one.role === 'direction' || !hasTotal(one)),
  )
  return [
    ...named,
    ...left.map(({ column }) =>
      finding(
        'CLAUSE_OPEN',
        [id],
        `${column} has no total: the stage ${stage} has to name its code`,
      ),
    ),
    ...(ends && (from === origin || from === destination)
      ? []
      : [
          finding(
            'CLAUSE_UNREACHABLE',
            [id],
            `${from} does not report ${contract} of this corridor`,
          ),
        ]),
  ]
}

// What is found of a stage tells each party of its figure, so it has to be shared with each.
function lintShared(
  terms: Agreement,
  { id }: ClauseOf<'pipeline'>,
  { stage, from, contract }: PipelineStage,
): readonly Finding[] {
  const shares = clausesOf(terms, 'share').filter(
    (one) => one.contract === contract && (one.from.includes(from) || one.from.includes(eachParty)),
  )
  const readers = partiesOf(terms).filter((party) => party !== from)
  const all = readers.every((party) =>
    shares.some(({ to }) => to.includes(party) || to.includes(eachParty)),
  )
  return all
    ? []
    : [
        finding(
          'COMPARISON_ONE_SIDED',
          [id],
          `a comparison shows each side the figures of the other, and ${from} does not share ${contract} for the stage ${stage}`,
        ),
      ]
}

function lintStocks({ id, stages, stocks = [] }: ClauseOf<'pipeline'>): readonly Finding[] {
  const names = new Set<string>(stages.map(({ stage }) => stage))
  return stocks.flatMap(({ leaves, enters, stock }) =>
    [leaves, enters, ...(stock === undefined ? [] : [stock])]
      .filter((name) => !names.has(name))
      .map((name) => finding('CLAUSE_REFERENCE_UNKNOWN', [id], `there is no stage ${name}`)),
  )
}
