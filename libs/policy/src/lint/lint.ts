// SPDX-License-Identifier: Apache-2.0
import type { Agreement } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { clausesOf } from '../terms'
import { lintAudiences, type RegisteredOffices } from './audiences'
import { lintCells } from './cells'
import { lintCompanions } from './companions'
import { lintDoubleCoding } from './double-coding'
import type { Finding } from './finding'
import { lintHead } from './head'
import { lintOverlaps } from './overlaps'
import { lintPipelines } from './pipelines'
import { lintProtection } from './protection'
import { lintReferences } from './references'
import { lintReports } from './reports'
import { lintTopics } from './topics'

/** Terms that do not hang together, or that this hub could not enforce, are refused when they are authored. */
export type LintRefusal = 'AGREEMENT_TERM_NOT_ENFORCEABLE'

/**
 * All that is to be said of terms that follow the contract: errors first, then warnings. Offices are looked up where the register is given.
 */
export function lint(
  terms: Agreement,
  registered?: readonly RegisteredOffices[],
): readonly Finding[] {
  const found = [
    ...lintHead(terms),
    ...lintReferences(terms),
    ...clausesOf(terms, 'share').flatMap((clause) => lintCells(terms, clause)),
    ...lintReports(terms),
    ...lintProtection(terms),
    ...lintCompanions(terms),
    ...lintPipelines(terms),
    ...lintDoubleCoding(terms),
    ...lintTopics(terms),
    ...lintOverlaps(terms),
    ...(registered === undefined ? [] : lintAudiences(terms, registered)),
  ]
  const isError = ({ severity }: Finding): boolean => severity === 'error'
  return [...found.filter(isError), ...found.filter((one) => !isError(one))]
}

/** Terms without an error, or the refusal that names the first. Nothing enters a signature round that the hub would not keep to the letter. */
export function lintTerms(terms: Agreement): Outcome<Agreement, LintRefusal> {
  const errors = lint(terms).filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (first === undefined) return accept(terms)
  const where = first.clauses.length === 0 ? '' : `clause ${first.clauses.join(' and ')}: `
  const more = errors.length === 1 ? '' : `, and ${String(errors.length - 1)} more`
  return refuse('AGREEMENT_TERM_NOT_ENFORCEABLE', `${where}${first.detail}${more}`)
}
