// SPDX-License-Identifier: Apache-2.0
import { basename, extname } from 'node:path'
import { statisticalContracts } from '@corridor/contracts'
import type { FileReading } from '@corridor/formats'
import { accept, type Outcome } from '@corridor/kernel'
import { judgePart, type SoundPart, type ProfileFacts } from '@corridor/sdk'
import type { Call } from '../command'
import { clean } from '../output/clean'
import { count } from '../output/words'
import {
  asOne,
  catalogued,
  causeOfFound,
  causesOfProblems,
  inOrderOfRows,
  toldOf,
  type Cause,
  type Told,
} from './cause'
import { notesOfCall, withNotes, type NoteByNumber } from './notes'
import { otherPeriods } from './other-periods'
import { readFigures, type FileFigures } from './read-figures'
import { repeatedAcrossParts } from './repeated-across-parts'

/** A file that was checked: everything that is wrong, and what could be sent. */
export interface CheckedFile {
  readonly file: string
  readonly bytes: Uint8Array
  readonly reading: FileReading
  readonly told: readonly Told[]
  readonly causes: readonly Cause[]
  /** The datasets, where nothing stops them. */
  readonly parts: readonly SoundPart[]
  readonly rows: number
}

/** Who has to be the reporter of a profile's figures. What a partner may report stands in agreements: the hub alone judges that. */
export function reporterOf({ kind, participant }: ProfileFacts): string | undefined {
  return kind === 'partner' ? undefined : participant
}

/** Reads and judges the file of a call as the hub will, with no network. With a sender, the figures must be its own. */
export async function checkFile(call: Call, sender?: string): Promise<Outcome<CheckedFile>> {
  const notes = notesOfCall(call)
  if (!notes.ok) return notes
  call.screen.note(`Checking  ${clean(basename(call.operand(0) ?? ''))}`)
  const figures = await readFigures(call)
  if (!figures.ok) return figures
  const { reading } = figures.value
  tellWhatWasRead(call, figures.value)
  const causes: Cause[] = [...causesOfProblems(reading.problems, reading.sheet)]
  const parts = await judgeParts(call, figures.value, { sender, notes: notes.value, causes })
  causes.push(
    ...repeatedAcrossParts(reading, causes),
    ...otherPeriods(reading, call.option('period')),
  )
  if (reading.parts.length === 0 && causes.length === 0) causes.push(noFigures())
  const stopped = causes.some(({ level }) => level === 'error')
  return accept({
    ...figures.value,
    causes: inOrderOfRows(asOne(causes)),
    told: [...figures.value.told, ...reading.notes.map(toldOf)],
    parts: stopped ? [] : parts,
    rows: reading.parts.reduce((sum, { rowNumbers }) => sum + rowNumbers.length, 0),
  })
}

function noFigures(): Cause {
  const code = 'FILE_UNREADABLE'
  return {
    code,
    level: 'error',
    ...catalogued(code),
    message: 'The file has no figures.',
    rows: [],
  }
}

function tellWhatWasRead({ screen }: Call, { file, reading }: FileFigures): void {
  if (reading.rowsRead === 0) return
  const sheet = reading.sheet === undefined ? '' : `, sheet "${clean(reading.sheet, 40)}"`
  const kind = kindWords[reading.format] ?? reading.format
  const named = extname(file).toLowerCase() === `.${reading.format}` ? '' : ` (${kind})`
  screen.note(`          ${count(reading.rowsRead, 'row')}${sheet}${named}`)
}

const kindWords: Readonly<Partial<Record<FileReading['format'], string>>> = {
  json: 'JSON by columns',
  'sdmx-csv-1.0': 'SDMX-CSV 1.0',
  'sdmx-csv-2.0': 'SDMX-CSV 2.0',
  'sdmx-csv-2.1': 'SDMX-CSV 2.1',
  'sdmx-json-2': 'SDMX-JSON',
  csv: 'CSV',
  xlsx: 'a workbook',
  tsv: 'TSV of Eurostat',
}

async function judgeParts(
  { screen, world }: Call,
  { reading }: FileFigures,
  how: {
    readonly sender: string | undefined
    readonly notes: NoteByNumber
    /** Added to. */
    readonly causes: Cause[]
  },
): Promise<readonly SoundPart[]> {
  const sound: SoundPart[] = []
  let done = 0
  for (const part of reading.parts) {
    const judged = judgePart(part, {
      at: world.now(),
      ...(how.sender === undefined ? {} : { sender: how.sender }),
    })
    const causes = judged.found.map((found) => causeOfFound(found, part, reading.sheet))
    const data = judged.ok ? judged.data : part.data
    // A document has no place for notes.
    const noted = statisticalContracts.includes(part.contract.name)
      ? withNotes({ causes, data }, how.notes)
      : { causes, data }
    how.causes.push(...noted.causes)
    if (judged.ok) sound.push({ contract: part.contract, data: withMapping(noted.data, part) })
    done += part.rowNumbers.length
    if (reading.parts.length === 1) continue
    screen.progress({ what: 'Checking ', done, of: reading.rowsRead, things: 'rows' })
    // Lets Ctrl-C and the terminal have their turn.
    await new Promise((resume) => setImmediate(resume))
  }
  return sound
}

// The mapping that made a dataset travels with it.
function withMapping(data: object, { mappedBy }: FileReading['parts'][number]): object {
  return mappedBy === undefined || 'mappedBy' in data ? data : { ...data, mappedBy }
}
