// SPDX-License-Identifier: Apache-2.0
import { accept, type Outcome } from '@corridor/kernel'
import { listCases, showCase, type CaseLine, type CaseShown } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { clean } from '../output/clean'
import { pairs, table } from '../output/table'
import { instant, list, whole } from '../output/words'
import { profileOfCall } from '../profile-of-call'
import {
  aboutWords,
  causeWords,
  dueWords,
  figureTable,
  proposedTable,
  statusWords,
} from '../review-words'

/** Lists cases, those due first. */
export async function listAllCases(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const cases = await listCases(profile.value, call.operand(0))
  if (!cases.ok) return cases
  const columns = [
    { name: 'Case', of: ({ id }: CaseLine) => id, most: 100 },
    { name: 'About', of: aboutWords },
    { name: 'Stands', of: ({ status }: CaseLine) => statusWords(status) },
    { name: 'Open', of: ({ unsettled }: CaseLine) => whole(unsettled), end: true },
    { name: 'Figures', of: ({ figures }: CaseLine) => whole(figures), end: true },
    { name: 'Due', of: ({ dueAt }: CaseLine) => instant(dueAt) },
  ] as const
  const none = 'There is no case that you may see.'
  const text = cases.value.length === 0 ? none : table<CaseLine>(columns, cases.value)
  return accept({ text, json: { cases: cases.value } })
}

/** Shows one case: its figures, what each side has answered, and what has happened. */
export async function showOneCase(call: Call): Promise<Outcome<Answer>> {
  const profile = await profileOfCall(call)
  if (!profile.ok) return profile
  const shown = await showCase(profile.value, call.operand(0) ?? '')
  if (!shown.ok) return shown
  return accept({ text: caseText(shown.value, call.world.now()), json: { case: shown.value } })
}

function caseText(shown: CaseShown, now: Date): string {
  const { id, status, version, basis, silent, cells, answers, closing } = shown
  const { expectation, rules } = basis
  const head = pairs([
    ['Case', `${id}, ${aboutWords(shown)}, version ${whole(version)}`],
    ['Stands', `${statusWords(status)}, ${dueWords(shown.dueAt, now)}`],
    ...(silent.length === 0 ? [] : ([['No answer from', list(silent)]] as const)),
    ...(closing.length === 0 ? [] : ([['Not material for', list(closing)]] as const)),
    [
      'Judged by',
      expectation === null ? 'no expectation yet' : `expectation ${whole(expectation)}`,
    ],
    ...(rules.length === 0 ? [] : ([['Rules', list(rules)]] as const)),
  ])
  const said = Object.entries(answers).map(([side, { causes, text }]) => {
    const named = causes.length === 0 ? '' : ` [${causeWords(causes.map((cause) => ({ cause })))}]`
    return `${side} answers: ${clean(text, 2_000)}${named}`
  })
  const comments = shown.events.flatMap(commentLine)
  const proposed = proposedTable(shown)
  return [
    ...[head, figureTable(Object.values(cells)), ...(proposed === '' ? [] : [proposed])],
    ...[...blockOf(said), ...blockOf(comments)],
  ].join('\n\n')
}

function blockOf(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [lines.join('\n')]
}

// A comment that was changed is shown as it is now.
function commentLine(
  { fact, by, at, detail }: CaseShown['events'][number],
  _: number,
  events: CaseShown['events'],
): readonly string[] {
  if (fact !== 'commented') return []
  const id = wordOf(detail['id'])
  const edited = events.findLast(
    (one) => one.fact === 'comment-edited' && wordOf(one.detail['id']) === id,
  )
  const who = detail['audience'] === 'office' ? `${by ?? ''}, only your office` : (by ?? '')
  const corrects = typeof detail['corrects'] === 'string' ? `, corrects ${detail['corrects']}` : ''
  const text = wordOf((edited ?? { detail }).detail['text'])
  return [`${id} (${who}, ${instant(at)}${corrects}): ${clean(text, 2_000)}`]
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
