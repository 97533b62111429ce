// SPDX-License-Identifier: Apache-2.0
import { rulesOf, type Rule } from '@corridor/contracts'
import type { Found } from './found'
import { jumps } from './history/jumps'
import { repeatedYear } from './history/repeated-year'
import { swappedFlows } from './history/swapped-flows'
import { unitSlips } from './history/unit-slips'
import type { Reading } from './reading'
import * as confidentiality from './rules/confidentiality'
import { staysBelowMinimum, unlikelyDefinition } from './rules/definitions'
import * as periods from './rules/periods'
import * as projections from './rules/projections'
import { highUnknownShares } from './rules/shares'
import { sums } from './rules/sums'
import { largeValues, unexpectedSurveyMembers } from './rules/values'

/** What a rule finds in a dataset, knowing what rules before it have found. */
export type Judge = (reading: Reading, found: readonly Found[]) => readonly Found[]

// Filled on first use and never emptied: there are as many entries as versions of statistical contracts.
const compiled = new Map<string, readonly Judge[]>()

/** The rules of one version of a contract, in their order. */
export function judgesOf(contract: string, version: string): readonly Judge[] {
  const key = `${contract}:${version}`
  const known = compiled.get(key)
  if (known !== undefined) return known
  const judges = rulesOf(contract, version).map(judgeOf)
  compiled.set(key, judges)
  return judges
}

/** A rule made ready to judge. */
export function judgeOf(rule: Rule): Judge {
  switch (rule.kind) {
    case 'sum':
      return (reading) => sums(reading, rule)
    case 'unknown-share':
      return (reading) => highUnknownShares(reading, rule)
    case 'largest':
      return (reading) => largeValues(reading, rule)
    case 'survey-only':
      return (reading) => unexpectedSurveyMembers(reading, rule)
    case 'definition':
      return (reading) => unlikelyDefinition(reading, rule)
    case 'stay-below-minimum':
      return (reading) => staysBelowMinimum(reading, rule)
    case 'jump':
      return (reading, found) => jumps(reading, rule, found)
    case 'unit-slip':
      return (reading) => unitSlips(reading, rule)
    case 'swapped':
      return (reading, found) => swappedFlows(reading, rule, found)
    case 'repeated-file':
      return (reading) => repeatedYear(reading, rule)
    case 'period-of-frequency':
    case 'fiscal-year':
    case 'period-begun':
    case 'period-over':
    case 'period-long-ago':
      return judgeOfPeriods(rule)
    case 'projection-described':
    case 'observed-with-projection':
    case 'projection-horizon':
    case 'projection-scenario':
    case 'projection-interval':
      return judgeOfProjections(rule)
    case 'embargo-stated':
    case 'embargo-of-status':
    case 'embargo-over':
    case 'free-but-restricted':
    case 'confidential-for-all':
    case 'suppressed-but-free':
    case 'confidential-zero':
      return judgeOfConfidentiality(rule)
  }
}

function judgeOfPeriods(
  rule: Extract<Rule, { readonly kind: 'fiscal-year' | `period-${string}` }>,
): Judge {
  switch (rule.kind) {
    case 'period-of-frequency':
      return (reading) => periods.periodsOfAnotherFrequency(reading, rule)
    case 'fiscal-year':
      return (reading) => periods.unclearFiscalYear(reading, rule)
    case 'period-begun':
      return (reading) => periods.periodsNotBegun(reading, rule)
    case 'period-over':
      return (reading) => periods.periodsNotOver(reading, rule)
    case 'period-long-ago':
      return (reading) => periods.periodsLongAgo(reading, rule)
  }
}

function judgeOfProjections(
  rule: Extract<Rule, { readonly kind: 'observed-with-projection' | `projection-${string}` }>,
): Judge {
  switch (rule.kind) {
    case 'projection-described':
      return (reading) => projections.undescribedProjection(reading, rule)
    case 'observed-with-projection':
      return (reading) => projections.projectionOfObserved(reading, rule)
    case 'projection-horizon':
      return (reading) => projections.periodsBeyondHorizon(reading, rule)
    case 'projection-scenario':
      return (reading) => projections.wrongScenarios(reading, rule)
    case 'projection-interval':
      return (reading) => projections.projectionsWithoutInterval(reading, rule)
  }
}

type Confidentiality =
  'free-but-restricted' | 'confidential-for-all' | 'suppressed-but-free' | 'confidential-zero'

function judgeOfConfidentiality(
  rule: Extract<Rule, { readonly kind: Confidentiality | `embargo-${string}` }>,
): Judge {
  switch (rule.kind) {
    case 'embargo-stated':
      return (reading) => confidentiality.missingEmbargoes(reading, rule)
    case 'embargo-of-status':
      return (reading) => confidentiality.embargoesWithoutStatus(reading, rule)
    case 'embargo-over':
      return (reading) => confidentiality.embargoesOver(reading, rule)
    case 'free-but-restricted':
      return (reading) => confidentiality.freeButRestricted(reading, rule)
    case 'confidential-for-all':
      return (reading) => confidentiality.confidentialForAll(reading, rule)
    case 'suppressed-but-free':
      return (reading) => confidentiality.suppressedButFree(reading, rule)
    case 'confidential-zero':
      return (reading) => confidentiality.confidentialZeros(reading, rule)
  }
}
