// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs'
import { basename, extname, resolve } from 'node:path'
import { statisticalContracts } from '@corridor/contracts'
import { contractColumns, readTableOfFile, type Table } from '@corridor/formats'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { writeWhole } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { exitCodes } from '../exit-code'
import { useAddedCodes } from '../figures/added-codes'
import {
  contractNamed,
  contractOfCall,
  newestOf,
  type NamedContract,
} from '../figures/contract-of-call'
import { readBytes } from '../figures/read-bytes'
import { clean } from '../output/clean'
import { table as printed } from '../output/table'
import { count } from '../output/words'
import { checkMapping } from '../proposing/check-mapping'
import { fillGaps } from '../proposing/fill-gaps'
import { bestPairs, fitOf, type Pair } from '../proposing/pair-columns'
import { proposeMapping, type Gap, type Proposal } from '../proposing/propose-mapping'

/** Proposes how the columns and codes of a foreign file become those of a contract, or checks a mapping against a file. */
export async function mapFile(call: Call): Promise<Outcome<Answer>> {
  useAddedCodes(call)
  if (call.option('check') !== undefined) return checkMapping(call)
  const file = resolve(call.world.folder, call.operand(0) ?? '')
  const bytes = readBytes(file)
  if (!bytes.ok) return bytes
  const [encoding, sheet] = [call.option('encoding'), call.option('sheet')]
  const read = await readTableOfFile(bytes.value, {
    fileName: basename(file),
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
  })
  if (!read.ok) return read
  const contract = contractFor(call, read.value)
  if (!contract.ok) return contract
  const proposal = proposeMapping(read.value, contract.value, idOf(file))
  const filled = await fillGaps(call, proposal)
  const target = resolve(call.world.folder, call.option('out') ?? `${idOf(file)}.mapping.json`)
  if (existsSync(target) && !call.screen.agreed)
    return refuse(
      'COMMAND_WRONG',
      `${clean(target)} is there already; name another with --out, or add --yes to replace it`,
    )
  writeWhole(target, `${JSON.stringify(filled.mapping, null, 2)}\n`)
  return accept(answerOf(call, filled, target))
}

function contractFor(call: Call, found: Table): Outcome<NamedContract> {
  const named = contractOfCall(call)
  if (!named.ok) return named
  if (named.value !== undefined) return accept(named.value)
  const fits = statisticalContracts.map((name) => {
    const wanted = contractColumns(name) ?? []
    return { name, fit: fitOf(bestPairs(found, wanted), wanted) }
  })
  const [best] = fits.sort((a, b) => b.fit - a.fit)
  return contractNamed(best === undefined ? '' : `${best.name}:${newestOf(best.name)}`)
}

function idOf(file: string): string {
  const id = basename(file, extname(file))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  return id.replace(/^-+|-+$/g, '').slice(0, 60) || 'mapping'
}

function answerOf(call: Call, { mapping, pairs, gaps }: Proposal, target: string): Answer {
  const columns = [
    { name: 'Column', of: ({ from }: Pair) => `${from.letter} ${from.header ?? from.name}` },
    { name: 'is', of: ({ wanted }: Pair) => wanted.name },
    { name: 'sure', of: ({ sure }: Pair) => `${String(Math.round(sure * 100))} %`, end: true },
  ] as const
  const head = `${gaps.length === 0 ? 'OK  ' : 'LOOK'}  Proposed a mapping to ${mapping.contract.name}: look at each line before you use it.`
  const text = [
    head,
    printed<Pair>(columns, pairs),
    ...gapLines(gaps),
    `Written to ${target}. ${gaps.length === 0 ? 'Check it' : 'Put a code where it says "?", then check it'}: corridor map --check ${target} ${clean(call.operand(0) ?? '')}`,
  ].join('\n')
  return { text, json: { file: target, mapping, gaps }, exit: exitCodes.done }
}

/** Gaps that are shown on a screen; the file and --json have all of them. */
const mostGaps = 40

function gapLines(gaps: readonly Gap[]): readonly string[] {
  if (gaps.length === 0) return []
  const shown = gaps
    .slice(0, mostGaps)
    .map(({ column, codelist, text }) =>
      text === undefined
        ? `  ${column}: no column of the file; write what holds for all rows`
        : `  ${column}: "${clean(text, 60)}" has no code${codelist === undefined ? '' : ` in ${codelist}; corridor codes ${codelist} finds one`}`,
    )
  const left = gaps.length - shown.length
  return [
    `${count(gaps.length, 'gap')}, marked "?" in the file:`,
    ...shown,
    ...(left > 0 ? [`  … and ${String(left)} more in the file`] : []),
  ]
}
