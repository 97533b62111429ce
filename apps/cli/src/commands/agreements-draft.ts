// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path'
import { statisticalContracts, validate } from '@corridor/contracts'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { firstDraft, type DraftAsked } from '@corridor/policy'
import type { Answer, Call } from '../command'
import { contractNamed } from '../figures/contract-of-call'
import { writeNewFile } from '../output/write-new-file'

/** Writes terms to begin from: the least that the linter lets through; nothing of it is sent. */
export function draft(call: Call): Promise<Outcome<Answer>> {
  return Promise.resolve(drafted(call))
}

function drafted(call: Call): Outcome<Answer> {
  const parties = (call.operand(0) ?? '').split(',')
  if (new Set(parties).size < 2)
    return refuse('COMMAND_WRONG', 'name two parties or more with commas: BE,DK')
  const contracts = contractsOfCall(call)
  if (!contracts.ok) return contracts
  const terms = firstDraft({ parties, contracts: contracts.value, term: termOf(call) })
  const checked = validate('agreement', '1.0.0', terms)
  if (!checked.ok) return refuse('COMMAND_WRONG', checked.refusal.detail)
  const file = resolve(call.world.folder, call.option('out') ?? `${terms.id}.json`)
  const text = `${JSON.stringify(terms, undefined, 2)}\n`
  const written = writeNewFile(call, file, text)
  if (!written.ok) return written
  return accept({
    text: [
      `OK  Wrote ${file}: totals, counts from 1 to 3 suppressed, the rest not agreed.`,
      '    Write over it what you mean (docs/reference/contracts/agreement.md lists the clauses), then',
      `    check it: corridor agreements lint ${file}`,
    ].join('\n'),
    json: { file, agreement: terms.id },
  })
}

function contractsOfCall(call: Call): Outcome<DraftAsked['contracts']> {
  const names: string[] = []
  for (const asked of call.options('contract')) {
    const named = contractNamed(asked)
    if (!named.ok) return named
    if (!statisticalContracts.includes(named.value.name))
      return refuse('COMMAND_WRONG', `no agreement shares figures of ${named.value.name}`)
    names.push(named.value.name)
  }
  // Only names of statistical contracts are left, which the contract of agreements checks once more.
  const contracts = [...new Set(names)] as unknown as DraftAsked['contracts']
  return contracts.length > 0
    ? accept(contracts)
    : refuse('COMMAND_WRONG', 'name what is shared: --contract migration-flow')
}

// Five years from next January, unless the call says otherwise.
function termOf(call: Call): DraftAsked['term'] {
  const from = call.option('from') ?? `${String(new Date().getUTCFullYear() + 1)}-01-01`
  return { from, until: call.option('until') ?? `${String(Number(from.slice(0, 4)) + 4)}-12-31` }
}
