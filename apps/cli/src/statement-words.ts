// SPDX-License-Identifier: Apache-2.0
import {
  validate,
  type Column,
  type DeliveredFigures,
  type Delivery,
  type Doubt,
  type KeyAct,
  type Receipt,
} from '@corridor/contracts'
import type { Received } from '@corridor/sdk'
import { clean } from './output/clean'
import { count, instant, list, whole } from './output/words'

/** What a verified statement of the hub is, in half a sentence, for people. */
export function statementWords({ channel, event }: Received): string {
  if (channel === 'receipt') {
    const receipt = validate('receipt', '1.0.0', event.data)
    if (receipt.ok) return receiptWords(receipt.value)
    const doubt = validate('doubt', '0.1.0', event.data)
    if (doubt.ok) return doubtWords(doubt.value)
    const act = validate('key-act', '0.1.0', event.data)
    return act.ok ? keyWords(act.value) : 'a receipt'
  }
  if (channel === 'delivery') {
    const delivery = validate('delivery', '1.0.0', event.data)
    return delivery.ok ? deliveryWords(delivery.value) : 'a delivery'
  }
  if (channel === 'report') {
    const review = reviewWordsOf(event.data)
    if (review !== undefined) return review
    const report = validate('reconciliation-report', '1.0.0', event.data)
    if (!report.ok) return noticeWords(event.data)
    const { agreement, period, version, cells } = report.value
    return `report ${agreement} of ${period}, version ${whole(version)}, ${count(cells, 'figure')}`
  }
  const feed = validate('aggregate', '0.1.0', event.data)
  if (!feed.ok) return 'a feed'
  const { region, version, consented, members } = feed.value
  return `feed of ${region}, version ${whole(version)}, from ${whole(consented.length)} of ${count(members.length, 'member')}`
}

function noticeWords(data: unknown): string {
  const notice = validate('due-notice', '0.1.0', data)
  if (!notice.ok) return 'a report'
  const { agreement, reports } = notice.value
  const said = reports
    .slice(0, 3)
    .map(
      ({ party, period, state, dueAt }) =>
        `${period} of ${party} ${state === 'due-soon' ? `is late from ${instant(dueAt)} on` : owedWords[state]}`,
    )
  const more = reports.length > 3 ? `, and ${whole(reports.length - 3)} more` : ''
  return `timetable of ${agreement}: ${said.join(', ')}${more}`
}

const owedWords = { late: 'came late', missing: 'is missing' } as const

function reviewWordsOf(data: unknown): string | undefined {
  const signed = validate('signed-report', '1.0.0', data)
  if (signed.ok) {
    const { agreement, period, version, signatures } = signed.value
    const by = signatures.map(
      ({ participant, signedAt }) => `${participant} (${instant(signedAt)})`,
    )
    return `report ${agreement} ${period}, version ${whole(version)}: signed by ${list(by)}`
  }
  const notice = validate('review-notice', '1.0.0', data)
  if (!notice.ok) return undefined
  const { agreement, period, case: id, happened, by, dueAt } = notice.value
  const what = id === undefined ? `report ${agreement} ${period}` : `case ${id}`
  const who = by === undefined ? '' : ` by ${by}`
  const due = dueAt === undefined ? '' : `, due ${instant(dueAt)}`
  return `${what}: ${happened.replaceAll('-', ' ')}${who}${due}`
}

function doubtWords({ since, reason, messages }: Doubt): string {
  const many = count(messages.length, 'accepted message')
  return `a key was withdrawn from ${instant(since)} (${clean(reason, 200)}): ${many} doubtful, corridor keys affected`
}

function keyWords({ act, with: what, participant, office, name, at, revokedFrom }: KeyAct): string {
  const whose = `${name === undefined ? '' : `${clean(name, 100)} of `}${participant} (${clean(office, 64)})`
  const since = revokedFrom === undefined ? '' : `, good for nothing from ${instant(revokedFrom)}`
  return `${what === 'passkey' ? 'passkey' : 'office key'} of ${whose} was ${act} on ${instant(at)}${since}`
}

function receiptWords({
  statement,
  submission,
  position,
  rows,
  receivedAt,
  problem,
}: Receipt): string {
  const message = clean(submission.id ?? 'a message that could not be read', 128)
  const place = position === undefined ? '' : ` at position ${whole(position)}`
  const many = rows === undefined ? '' : `, ${count(rows, 'row')}`
  const why = problem === undefined ? '' : `: ${problem.code}, ${clean(problem.detail, 300)}`
  return `receipt for ${message}: ${statement}${place}${many}, ${instant(receivedAt)}${why}`
}

function deliveryWords({ number, figures, withdrawal }: Delivery): string {
  const place = `delivery ${whole(number)}`
  if (withdrawal !== undefined) {
    const numbers = withdrawal.withdrawn.map((one) => whole(one.number)).join(', ')
    return `${place}: the hub withdraws ${numbers} (${withdrawal.reason}); destroy what you have of it`
  }
  if (figures === undefined) return place
  const { grants, contract, version, dataset } = figures
  const sender = senderWords(figures)
  const under = [...new Set(grants.map(({ agreement }) => agreement))].join(', ')
  const flow = validate(contract, version, dataset)
  if (!flow.ok) return `${place}, ${contract} ${version} from ${sender} under ${under}`
  const { period, rows } = flow.value
  return `${place}, ${periodsOf(period)} from ${sender} under ${under}, ${count(rows, 'row')}`
}

/** Who made delivered figures: a partner's are its own, and not those of the state that they are about. */
export function senderWords({ sender, reportedAs }: DeliveredFigures): string {
  return reportedAs === undefined
    ? sender
    : `${sender} (${partners[reportedAs]}; not figures of a state)`
}

const partners = {
  employers: 'an organisation of employers',
  workers: 'an organisation of workers',
  migrants: 'an organisation of migrants',
  recruiters: 'a recruiter',
} as const

/** The periods of a column: 2016, or 2013 to 2016. */
export function periodsOf(period: Column<string>): string {
  const all = typeof period === 'string' ? [period] : [...period].sort()
  const [first = '', last = first] = [all[0], all.at(-1)]
  return first === last ? first : `${first} to ${last}`
}
