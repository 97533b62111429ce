// SPDX-License-Identifier: Apache-2.0
import type { ReviewAct } from '@corridor/contracts'
import type { NotRight, WrittenWords } from '../../views'

/** Rows of causes that an empty form has. */
const causeRows = 3
/** Causes of one act at most, as the contract has it. */
const mostCauses = 20

/** A form before anybody has written into it. */
export const nothingWritten: WrittenWords = {
  ...{ value: '', reason: '', text: '', audience: 'both', corrects: '' },
  ...{ adjustment: '', until: '', figures: [], causes: withRows([], causeRows) },
}

/** What was written into a form, as it was written; with one more row of causes where that is asked for. */
export function wordsOf(form: URLSearchParams): WrittenWords {
  const field = (name: string): string => (form.get(name) ?? '').trim().replaceAll('\r\n', '\n')
  const persons = form.getAll('persons')
  const causes = form
    .getAll('cause')
    .map((cause, at) => ({ cause, persons: (persons[at] ?? '').trim().replace('\u2212', '-') }))
  return {
    ...{ value: field('value'), reason: field('reason'), text: field('text') },
    audience: field('audience') === 'office' ? 'office' : 'both',
    ...{ corrects: field('corrects'), until: field('until'), adjustment: field('adjustment') },
    figures: form.getAll('figures'),
    causes: withRows(causes, causes.length + (form.has('more') ? 1 : 0)),
  }
}

/** The words of an act that was signed, to be read again and changed where it came too late. */
export function wordsIn(act: ReviewAct): WrittenWords {
  const causes = (act.causes ?? []).map(({ cause, persons }) => ({
    cause,
    persons: persons === undefined ? '' : String(persons),
  }))
  return {
    value: act.value === undefined ? '' : String(act.value),
    ...{ reason: act.reason ?? '', text: act.text ?? '', audience: act.audience ?? 'both' },
    ...{ corrects: act.corrects ?? '', figures: act.figures ?? [] },
    ...{ adjustment: act.adjustment?.kind ?? '', until: act.adjustment?.until ?? '' },
    causes: withRows(causes, causeRows),
  }
}

function withRows(causes: WrittenWords['causes'], rows: number): WrittenWords['causes'] {
  const more = Math.max(0, Math.min(rows, mostCauses) - causes.length)
  const empty = Array.from({ length: more }, () => ({ cause: '', persons: '' }))
  return [...causes.slice(0, mostCauses), ...empty]
}

/** What an act of a kind needs to be said with it. */
export function notRightIn(act: ReviewAct['act'], words: WrittenWords): readonly NotRight[] {
  const offers = act === 'propose' || act === 'counter'
  return [
    ...(offers ? valueOf(words) : []),
    ...(offers || act === 'differ' || act === 'explain' ? causesOf(act, words) : []),
    ...(act === 'comment' || act === 'explain' ? lengthOf('text', words.text, 2_000) : []),
    ...(act === 'comment' || act === 'explain' || act === 'agree' || act === 'sign'
      ? []
      : lengthOf('reason', words.reason, 500)),
  ]
}

function valueOf({ value }: WrittenWords): readonly NotRight[] {
  if (value === '') return [{ field: 'value', why: 'missing' }]
  const isWhole = /^(0|[1-9]\d{0,15})$/.test(value) && Number.isSafeInteger(Number(value))
  return isWhole ? [] : [{ field: 'value', why: 'not-whole' }]
}

function causesOf(act: ReviewAct['act'], { causes }: WrittenWords): readonly NotRight[] {
  const named = causes.filter(({ cause }) => cause !== '')
  const wrong = (why: NotRight['why']): readonly NotRight[] => [{ field: 'causes', why }]
  if (causes.some(({ cause, persons }) => cause === '' && persons !== '')) return wrong('no-cause')
  if (named.some(({ persons }) => !/^([+-]?\d{1,15})?$/.test(persons))) return wrong('not-whole')
  if (new Set(named.map(({ cause }) => cause)).size < named.length) return wrong('twice')
  if (act === 'differ' && named.length === 0) return wrong('missing')
  return []
}

function lengthOf(field: 'text' | 'reason', text: string, most: number): readonly NotRight[] {
  if (text === '') return [{ field, why: 'missing' }]
  return text.length > most ? [{ field, why: 'too-long' }] : []
}

/** The members of an act that its words come to. */
export function membersOf(act: ReviewAct['act'], words: WrittenWords): Partial<ReviewAct> {
  const { value, reason, text, audience, corrects, adjustment, until, figures } = words
  const causes = words.causes
    .filter(({ cause }) => cause !== '')
    .map(({ cause, persons }) => (persons === '' ? { cause } : { cause, persons: Number(persons) }))
  const kind = kinds.find((known) => known === adjustment)
  return {
    ...(value !== '' && { value: Number(value) }),
    ...(causes.length > 0 && { causes }),
    ...(reason !== '' && { reason }),
    ...(text !== '' && { text }),
    ...(act === 'comment' && { audience }),
    ...(corrects !== '' && { corrects }),
    ...(kind !== undefined && { adjustment: { kind, ...(until !== '' && { until }) } }),
    ...(figures.length > 0 && { figures: [...figures] }),
  }
}

const kinds = ['systematic', 'known-specific', 'irregular'] as const

/** The command that does the same with an office's key, quoted for a shell. */
export function optionsOf(words: WrittenWords): string {
  const { value, reason, text, audience, corrects, adjustment, until, figures } = words
  const causes = words.causes
    .filter(({ cause }) => cause !== '')
    .map(({ cause, persons }) => ['cause', persons === '' ? cause : `${cause}=${persons}`] as const)
  const given = [
    ...([['value', value]] as const),
    ...causes,
    ...([
      ['reason', reason],
      ['text', text],
      ['corrects', corrects],
      ['adjustment', adjustment],
      ['until', until],
    ] as const),
    ...figures.map((figure) => ['figure', figure] as const),
  ].filter(([, said]) => said !== '')
  const options = given.map(([name, said]) => ` --${name} ${quoted(said)}`)
  return options.join('') + (audience === 'office' ? ' --office' : '')
}

/** A word as a shell takes it, whatever it holds. */
export function quoted(word: string): string {
  return /^[\w.,=+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
