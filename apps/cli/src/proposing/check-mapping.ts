// SPDX-License-Identifier: Apache-2.0
import { basename, resolve } from 'node:path'
import { readFile } from '@corridor/formats'
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { judgePart } from '@corridor/sdk'
import type { Answer, Call } from '../command'
import { exitCodes } from '../exit-code'
import { asOne, causeOfFound, causesOfProblems, inOrderOfRows, toldOf } from '../figures/cause'
import { mappingNamed } from '../figures/mapping-of-call'
import { readBytes } from '../figures/read-bytes'
import { reportJson } from '../figures/report-json'
import { reportText, toldText } from '../figures/report-words'
import { clean } from '../output/clean'
import { count } from '../output/words'
import { gap } from './propose-mapping'

/** Says what a mapping lacks for a file: columns, codes, and what the contract would refuse afterwards. */
export async function checkMapping(call: Call): Promise<Outcome<Answer>> {
  const mapping = mappingNamed(call, call.option('check') ?? '')
  if (!mapping.ok) return mapping
  const file = resolve(call.world.folder, call.operand(0) ?? '')
  const bytes = readBytes(file)
  if (!bytes.ok) return bytes
  const [encoding, sheet] = [call.option('encoding'), call.option('sheet')]
  const reading = await readFile(bytes.value, {
    fileName: basename(file),
    mapping: mapping.value,
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
  })
  const found = reading.parts.flatMap((part) =>
    judgePart(part).found.map((one) => causeOfFound(one, part, reading.sheet)),
  )
  const problems = causesOfProblems(reading.problems, reading.sheet)
  const causes = inOrderOfRows(asOne([...problems, ...found]))
  const told = reading.notes.map(toldOf)
  const notes = toldText(told)
  if (notes !== '') call.screen.note(notes)
  const gaps = JSON.stringify(mapping.value.columns).split(`"${gap}"`).length - 1
  const stopped = causes.some(({ level }) => level === 'error')
  if (reading.rowsRead === 0 && causes.length === 0)
    return refuse('FILE_UNREADABLE', `${clean(file)} has no rows`)
  const rows = reading.parts.reduce((sum, { rowNumbers }) => sum + rowNumbers.length, 0)
  const good = `OK  The mapping ${mapping.value.id} turns ${count(rows, 'row')} into ${mapping.value.contract.name}.`
  const open =
    gaps === 0
      ? ''
      : `LOOK  ${count(gaps, 'gap')} of the mapping ${gaps === 1 ? 'is' : 'are'} still marked "?".`
  const text = [stopped ? '' : good, open, reportText(causes).replace(' Nothing was sent.', '')]
  return accept({
    text: text.filter((part) => part !== '').join('\n\n'),
    json: { mapping: mapping.value.id, rows, gaps, ...reportJson(causes, told) },
    ...(stopped || gaps > 0 ? { exit: exitCodes.figuresWrong } : {}),
  })
}
