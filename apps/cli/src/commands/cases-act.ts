// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { actOnCase, showCase, type CaseAct, type CaseShown } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { whole } from '../output/words'
import { profileOfCall } from '../profile-of-call'
import { statusWords } from '../review-words'

type Verb = CaseAct['act']

/** A command that does one act about a case, as it stands now. */
export function caseActor(verb: Verb): (call: Call) => Promise<Outcome<Answer>> {
  return async (call) => {
    const profile = await profileOfCall(call)
    if (!profile.ok) return profile
    const shown = await showCase(profile.value, call.operand(0) ?? '')
    if (!shown.ok) return shown
    const own = readAct(call, verb, shown.value)
    if (!own.ok) return own
    const version = versionOf(call, shown.value)
    if (!version.ok) return version
    const told = await actOnCase(
      profile.value,
      { ...shown.value, version: version.value },
      own.value,
    )
    if (!told.ok) return told
    const { state, report, digest } = told.value
    const next =
      digest === null
        ? ''
        : ` To be signed: corridor reports sign ${report.agreement} ${report.period}`
    return accept({
      text: `OK  ${shown.value.id}: ${statusWords(state)}.${next}`,
      json: { ...told.value, ...own.value },
    })
  }
}

// A script that has read a version answers that one: what somebody changed since is read first.
function versionOf(call: Call, { version }: CaseShown): Outcome<number> {
  const asked = call.option('version')
  if (asked === undefined) return accept(version)
  return /^[1-9]\d{0,8}$/.test(asked)
    ? accept(Number(asked))
    : refuse('COMMAND_WRONG', `--version needs a whole number: --version ${whole(version)}`)
}

function readAct(call: Call, act: Verb, shown: CaseShown): Outcome<CaseAct> {
  switch (act) {
    case 'comment':
      return commentOf(call)
    case 'explain': {
      const text = words(
        call,
        'text',
        'say how your figures came to be: --text "registered in January"',
      )
      if (!text.ok) return text
      const causes = causesOf(call)
      return causes.ok ? accept({ act, text: text.value, causes: causes.value }) : causes
    }
    case 'close': {
      const reason = words(
        call,
        'reason',
        'say why it is not material: --reason "a handful of people"',
      )
      return reason.ok ? accept({ act, reason: reason.value }) : reason
    }
    case 'agree': {
      const figure = figureOf(call, shown)
      return figure.ok ? accept({ act, figure: figure.value }) : figure
    }
    case 'propose':
    case 'counter':
    case 'differ':
      return offerOf(call, act, shown)
  }
}

function commentOf(call: Call): Outcome<CaseAct> {
  const text = words(call, 'text', 'say something: --text "the register was moved in May"')
  if (!text.ok) return text
  const corrects = call.option('corrects')
  const audience = call.flag('office') ? 'office' : 'both'
  return accept({
    ...{ act: 'comment', text: text.value, audience },
    ...(corrects === undefined ? {} : { corrects }),
  })
}

function offerOf(
  call: Call,
  act: 'propose' | 'counter' | 'differ',
  shown: CaseShown,
): Outcome<CaseAct> {
  const figure = figureOf(call, shown)
  if (!figure.ok) return figure
  const reason = words(
    call,
    'reason',
    'say why, for the other side to read: --reason "late registrations"',
  )
  if (!reason.ok) return reason
  const causes = causesOf(call)
  if (!causes.ok) return causes
  const adjustment = adjustmentOf(call)
  if (!adjustment.ok) return adjustment
  const common = {
    ...{ act, figure: figure.value, reason: reason.value, causes: causes.value },
    ...(adjustment.value === undefined ? {} : { adjustment: adjustment.value }),
  }
  if (act === 'differ') return accept(common)
  const value = call.option('value') ?? ''
  return /^(0|[1-9]\d{0,15})$/.test(value) && Number.isSafeInteger(Number(value))
    ? accept({ ...common, value: Number(value) })
    : refuse('COMMAND_WRONG', 'say which figure both would stand behind, as digits: --value 11180')
}

// Most cases have one figure; where there are more, one is named.
function figureOf(call: Call, { cells, id }: CaseShown): Outcome<string> {
  const asked = call.option('figure')
  if (asked !== undefined) return accept(asked)
  const [only, ...others] = Object.keys(cells)
  return only === undefined || others.length > 0
    ? refuse('COMMAND_WRONG', `say which figure of ${id}: --figure ${only ?? 'KEY'}`)
    : accept(only)
}

function causesOf(call: Call): Outcome<NonNullable<CaseAct['causes']>> {
  const read = call.options('cause').map((text) => /^([A-Z_]{3,32})(?:=(-?\d{1,15}))?$/.exec(text))
  if (read.some((found) => found === null))
    return refuse('COMMAND_WRONG', 'a cause is a code, or a code and persons: --cause TIMING=120')
  return accept(
    read.flatMap((found) =>
      found === null
        ? []
        : [
            {
              cause: found[1] ?? '',
              ...(found[2] === undefined ? {} : { persons: Number(found[2]) }),
            },
          ],
    ),
  )
}

const kinds = ['systematic', 'known-specific', 'irregular'] as const

function adjustmentOf(call: Call): Outcome<CaseAct['adjustment'] | undefined> {
  const asked = call.option('adjustment')
  if (asked === undefined) return accept(undefined)
  const kind = kinds.find((one) => one === asked)
  if (kind === undefined)
    return refuse('COMMAND_WRONG', `--adjustment is one of ${kinds.join(', ')}`)
  const until = call.option('until')
  return accept(until === undefined ? { kind } : { kind, until })
}

function words(call: Call, name: string, otherwise: string): Outcome<string> {
  const text = call.option(name)?.trim() ?? ''
  return text === '' ? refuse('COMMAND_WRONG', otherwise) : accept(text)
}
