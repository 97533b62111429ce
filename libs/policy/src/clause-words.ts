// SPDX-License-Identifier: Apache-2.0
import type {
  AgreementClause,
  RecordedClause,
  ReconcileClause,
  ReportClause,
  ShareClause,
} from '@corridor/contracts'
import { pipelineInWords } from './pipeline-words'
import { protectionInWords } from './protection-words'
import { eachParty } from './standing'

/** A clause in plain words, one sentence or two. Topics that are not agreed are listed by `notAgreedInWords`. */
export function clauseInWords(clause: AgreementClause): string {
  switch (clause.kind) {
    case 'share':
      return shareInWords(clause)
    case 'report':
      return reportInWords(clause)
    case 'protect':
      return protectionInWords(clause)
    case 'reconcile':
      return `Both sides' figures are compared; an asymmetry above ${String(clause.tolerance.asymmetryPercent)} % is shown as outside tolerance.${
        clause.materiality === undefined
          ? ''
          : ` Differences below ${String(clause.materiality.persons)} persons are no case.`
      }${reviewInWords(clause)}${clause.commitFirst === true ? ` ${commitFirst}` : ''}${sharedOut(clause)}`
    case 'pipeline':
      return pipelineInWords(clause)
    case 'aggregate':
      return `${who(clause.from)} lets its figures go into the sums of the region.`
    case 'timetable':
      return `${who(clause.from)} sends ${clause.contract} ${often[clause.frequency]}, within ${days(clause.dueDays)} after the period ends.`
    case 'retention':
      return `Figures of ${clause.contract} are kept for ${days(clause.days)} after delivery, then deleted.`
    case 'redistribution':
      return clause.allowed.length === 0
        ? `Recipients may hand on nothing of ${clause.contract}.`
        : `Recipients may hand on figures of ${clause.contract} that their sender marks ${list(clause.allowed, 'or')}.`
    case 'release':
      return clause.rule === 'at-once'
        ? `Accepted figures of ${clause.contract} are handed over at once.`
        : `Figures of ${clause.contract} are handed over after ${days(clause.commentDays ?? 0)} in which the sender may stop them.`
    case 'reciprocity':
      return `A party receives under one of the clauses ${list(clause.clauses)} only while it gives under the others.`
    case 'delivered':
      return clause.moment === 'handed-over'
        ? 'Figures count as delivered when the hub has handed them over.'
        : 'Figures count as delivered when the recipient has acknowledged them.'
    case 'not-agreed':
      return `Nothing is agreed on ${clause.topic}.`
  }
}

function reviewInWords({ reviewDays, reportTo }: ReconcileClause): string {
  const term =
    reviewDays === undefined ? '' : ` Each side has ${days(reviewDays)} to answer a case.`
  const readers =
    reportTo === undefined
      ? ''
      : ` ${list(reportTo)} reads cases, and receives the report that all have signed.`
  return `${term}${readers}`
}

function sharedOut({ doubleCoding = [] }: ReconcileClause): string {
  const ways = [...new Set(doubleCoding.map(({ from, to }) => `${from} over ${to}`))]
  return ways.length === 0
    ? ''
    : ` Codes of ${list(ways)} are shared out as persons coded by both show (${list(doubleCoding.map(({ code }) => code))}).`
}

/** The topics that the parties say they have not agreed on, as one sentence; undefined where there is none. */
export function notAgreedInWords(
  clauses: readonly (AgreementClause | RecordedClause)[],
): string | undefined {
  const topics = clauses.flatMap((clause) => (clause.kind === 'not-agreed' ? [clause.topic] : []))
  return topics.length === 0 ? undefined : `Not agreed: ${list(topics)}.`
}

const commitFirst =
  'Neither side sees the other’s figures of a period before both have reported it, or the day on which it is due has passed.'
const often = { A: 'every year', S: 'every half-year', Q: 'every quarter', M: 'every month' }

function shareInWords(clause: ShareClause): string {
  const { from, to, contract, corridors, periods, audience } = clause
  const of = contract === 'migration-flow' ? '' : ` of ${contract}`
  const ways =
    corridors === undefined
      ? ''
      : ` on ${list(corridors.map(({ origin, destination }) => `${place(origin)} → ${place(destination)}`))}`
  const when = periods === undefined ? 'all periods' : `${periods.from} to ${periods.until}`
  const free = clause.confStatus.length === 1 && clause.confStatus[0] === 'F'
  const marked = free ? '' : ` Their status may be ${list(clause.confStatus, 'or')}.`
  const readers = audience === undefined ? '' : ` Only ${list(audience)} may read them.`
  return `${who(from)} gives ${who(to)} its figures${of}${ways}, ${when}, ${depth(clause)}.${marked}${readers}`
}

function reportInWords({
  by,
  as: role,
  contract,
  areas,
  periods,
  only = [],
}: ReportClause): string {
  const when = periods === undefined ? 'all periods' : `${periods.from} to ${periods.until}`
  const cells = only.map(({ dimension, codes }) => `, ${dimension} ${list(codes, 'or')}`).join('')
  return `${list(by)} publishes figures of ${contract} about ${who(areas)} as ${roles[role]}, ${when}${cells}. They are its own, not the states'.`
}

const roles = {
  employers: 'an organisation of employers',
  workers: 'an organisation of workers',
  migrants: 'an organisation of migrants',
  recruiters: 'a recruiter',
}

function depth({ levels = [], only = [] }: ShareClause): string {
  const told = levels
    .filter(({ level }) => level !== 'total')
    .map(({ dimension, level }) => (level === 'all' ? dimension : `${dimension} (${level})`))
  const slices = only.map(({ dimension, codes }) => `${dimension} ${list(codes, 'or')} only`)
  const said = told.length === 0 ? 'totals only' : `broken down by ${list(told)}`
  return [said, ...slices].join(', ')
}

function who(parties: readonly string[]): string {
  return list(parties.map((party) => (party === eachParty ? 'each party' : party)))
}

function place(code: string): string {
  return code === eachParty ? 'each party' : code
}

function days(number: number): string {
  return `${String(number)} ${number === 1 ? 'day' : 'days'}`
}

function list(names: readonly string[], word = 'and'): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${word} ${last}`
}
