// SPDX-License-Identifier: Apache-2.0
import { codeList, structure, type CodeListId } from '@corridor/contracts'
import type { ContractColumn } from '../csv/contract-columns'
import { writeDelimited } from '../writing/write-delimited'
import { partText, type PartText, type WrittenPart } from '../writing/written-part'
import { structureId } from './structure-id'

/** How SDMX-CSV is written: its version, and whether names stand in it beside ids. */
export type SdmxCsvForm =
  | { readonly version: '1.0'; readonly labels?: 'id' | 'both' }
  | { readonly version: '2.0' | '2.1'; readonly labels?: 'id' | 'both' | 'name' }

/** Writes datasets as one SDMX-CSV message. Figures taken back become deletions from 2.0 on. */
export function writeSdmxCsv(parts: readonly WrittenPart[], form: SdmxCsvForm): string {
  const texts = parts.map(partText)
  const concepts = conceptsOf(texts)
  const writer = { form, concepts, isMultiple: hasSets(texts) && form.version !== '1.0' }
  const rows = texts.flatMap((text) =>
    Array.from({ length: text.rows }, (_, row) => rowOf(writer, text, row)),
  )
  return writeDelimited([headerOf(writer), ...rows])
}

interface Writer {
  readonly form: SdmxCsvForm
  readonly concepts: readonly ContractColumn[]
  readonly isMultiple: boolean
}

// Dimensions, measures, attributes: of the first structure, then what others have more.
function conceptsOf(texts: readonly PartText[]): readonly ContractColumn[] {
  const found = new Map<string, ContractColumn>()
  for (const { columns } of texts)
    for (const column of columns) if (!found.has(column.concept)) found.set(column.concept, column)
  const order = ['dimension', 'measure', 'observation', 'dataset']
  return [...found.values()].sort(
    (one, other) => order.indexOf(one.role) - order.indexOf(other.role),
  )
}

function hasSets(texts: readonly PartText[]): boolean {
  return texts.some((text) =>
    text.columns
      .filter(({ kind }) => kind === 'codes')
      .some((column) =>
        Array.from({ length: text.rows }).some((_, row) => text.textAt(column, row)?.includes(' ')),
      ),
  )
}

// Names of status codes have semicolons in them.
function separatorOf({ labels }: SdmxCsvForm): string {
  return labels === 'both' ? '|' : ';'
}

function headerOf({ form, concepts, isMultiple }: Writer): readonly string[] {
  const first = isMultiple ? `STRUCTURE[${separatorOf(form)}]` : 'STRUCTURE'
  const named = form.labels === 'name' ? ['STRUCTURE_NAME'] : []
  const technical =
    form.version === '1.0' ? ['DATAFLOW'] : [first, 'STRUCTURE_ID', ...named, 'ACTION']
  const columns = concepts.flatMap((column) => {
    const id = column.kind === 'codes' && isMultiple ? `${column.concept}[]` : column.concept
    return labelled(form, id, nameOfConcept(column.concept))
  })
  return [...technical, ...columns]
}

function labelled({ labels }: SdmxCsvForm, id: string, name: string): readonly string[] {
  if (labels === 'name') return [id, name]
  return labels === 'both' && name !== '' ? [`${id}: ${name}`] : [id]
}

function nameOfConcept(concept: string): string {
  return `${concept.charAt(0)}${concept.slice(1).toLowerCase().replaceAll('_', ' ')}`
}

function rowOf(writer: Writer, text: PartText, row: number): readonly string[] {
  const { form, concepts } = writer
  const { contract } = text.part
  const title = nameOfConcept(
    structure(contract.name, contract.version)?.id.replace(/^CORRIDOR_/, '') ?? '',
  )
  const reference = labelled(form, structureId(contract), title)
  const isRetracted = text.statusAt(row) === 'retracted'
  const given = form.version === '2.0' ? 'R' : 'M'
  const technical =
    form.version === '1.0' ? reference : ['datastructure', ...reference, isRetracted ? 'D' : given]
  const own = new Map(text.columns.map((column) => [column.concept, column]))
  const cells = concepts.flatMap(({ concept }) => {
    const column = own.get(concept)
    const cell = column === undefined ? undefined : text.textAt(column, row)
    if (column === undefined || cell === undefined)
      return form.labels === 'name'
        ? [absent(form, column, isRetracted), '']
        : [absent(form, column, isRetracted)]
    return codedCell(writer, column, { cell, listId: listOf(column, text, row) })
  })
  return [...technical, ...cells]
}

/** What stands where there is nothing: on purpose, so that a merge leaves nothing of an older figure. */
function absent(
  { version }: SdmxCsvForm,
  column: ContractColumn | undefined,
  isRetracted: boolean,
): string {
  if (column === undefined || version === '1.0') return ''
  if (column.role === 'measure') return isRetracted ? '-' : 'NaN'
  return version === '2.1' && column.role === 'observation' && !isRetracted ? '#N/A' : ''
}

function listOf(column: ContractColumn, text: PartText, row: number): CodeListId | undefined {
  if (column.classification === undefined) return column.codelist
  const named = text.columns.find((one) => one.column === `classifications.${column.column}`)
  return column.classification[(named && text.textAt(named, row)) ?? '']
}

function codedCell(
  { form, isMultiple }: Writer,
  { kind }: ContractColumn,
  { cell, listId }: { readonly cell: string; readonly listId: CodeListId | undefined },
): readonly string[] {
  const codes = kind === 'codes' ? cell.split(' ') : [cell]
  const separator = kind === 'codes' && isMultiple ? separatorOf(form) : ' '
  const names = codes.map((code) => (listId === undefined ? '' : codeList(listId).label(code)))
  if (form.labels === 'name') return [codes.join(separator), names.join('; ')]
  // 1.0 has no sets: several codes stand there without their names.
  if (codes.length > 1 && !isMultiple) return [cell]
  const written = codes.map((code, at) => labelled(form, code, names[at] ?? '')[0] ?? code)
  return [written.join(separator)]
}
