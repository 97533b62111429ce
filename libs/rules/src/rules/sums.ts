// SPDX-License-Identifier: Apache-2.0
import { addCellKeys, cell, columnOf, listOfDimension } from '@corridor/contracts'
import { Causes, type Found } from '../found'
import type { Reading } from '../reading'
import { withRole } from '../structural/dimensions'
import { inWords } from '../words'
import { completeBlocks, type Block, type BlockSource } from './blocks'
import { groupPatterns, type NumberedBlock } from './group-patterns'
import type { RuleOf } from './rule-of'

type SumRule = RuleOf<'sum'>

/**
 * Wholes that are not the sum of their parts, in each group of rows that agree in all other dimensions. Only complete blocks are
 * added up: a part that is not there, or not known, makes the block missing, not smaller. Suppressed parts count with their interval.
 */
export function sums(reading: Reading, rule: SumRule): readonly Found[] {
  const dimension = reading.dimension(rule.column)
  if (dimension?.interned.numbers === undefined) return []
  const { codes, numbers, size } = dimension.interned
  const reporter = withRole(reading.dimensions, 'reporter')
  const blocksOf = (atHand: readonly string[], row: number): readonly Block[] =>
    completeBlocks(atHand, sourceOf(reading, rule, reporter?.codeAt(row)))
  // More codes make more blocks: where all codes of the column make none, those of a group do not either.
  if (reporter?.numbers === undefined && blocksOf(codes, 0).length === 0) return []
  const groups = reading.groupsBeside(rule.column)
  const patterns = groupPatterns({ codes, numbers, blocksOf, apart: reporter?.numbers })
  const rowOf = new Int32Array(size).fill(-1)
  const causes = new Causes()
  for (let group = 0; group < groups.count; group++) {
    const [from, to] = [groups.starts[group] ?? 0, groups.starts[group + 1] ?? 0]
    const blocks = to - from < 2 ? [] : patterns(groups.rows, from, to)
    if (blocks.length === 0) continue
    for (let i = from; i < to; i++) {
      const row = groups.rows[i] ?? 0
      rowOf[numbers[row] ?? 0] = row
    }
    for (const block of blocks) judgeBlock(block, { reading, rule, rowOf, causes })
    for (let i = from; i < to; i++) rowOf[numbers[groups.rows[i] ?? 0] ?? 0] = -1
  }
  return causes.all()
}

function sourceOf(
  { structure, dataset }: Reading,
  { column, blocks, leavesOut }: SumRule,
  reporter: string | undefined,
): BlockSource {
  const dimension = structure.dimensions.find((one) => one.column === column)
  return {
    list: dimension === undefined ? undefined : listOfDimension(dimension, dataset.classifications),
    ...(blocks === undefined ? {} : { blocks }),
    ...(leavesOut === undefined || reporter === undefined ? {} : { without: reporter }),
  }
}

interface Bench {
  readonly reading: Reading
  readonly rule: SumRule
  readonly rowOf: Int32Array
  readonly causes: Causes
}

function judgeBlock(block: NumberedBlock, { reading, rule, rowOf, causes }: Bench): void {
  const row = rowOf[block.whole] ?? -1
  const told = reading.figures()[row] ?? NaN
  if (Number.isNaN(told)) return
  const { least: low, most: high } = reading.bounds()
  const least = addUp(block, rowOf, { bounds: low, unknown: 0 })
  if (Number.isNaN(least)) return
  const falls = rule.rest === 'open' && block.rest.length === 0
  const most = falls ? Infinity : addUp(block, rowOf, { bounds: high, unknown: Infinity })
  if (told === least && told === most) judgeKeys(block, row, { reading, rowOf, causes })
  if (told >= least && told <= most) return
  const parts = block.parts.length + block.rest.length
  const tolerance = toleranceOf(rule, reading, { told, parts })
  if (told >= least - tolerance && told <= most + tolerance) return
  const sum = { least, most: falls ? addUp(block, rowOf, { bounds: high, unknown: 0 }) : most }
  causes.addEach(row, { code: rule.problem, column: rule.column }, sentence(block.code, told, sum))
}

/**
 * Where the parts are exactly the people of their whole, the sum of their cell keys is its key: other keys would give the same people two
 * noises, and who adds up would see through both.
 */
function judgeKeys(
  { code, parts, rest }: NumberedBlock,
  row: number,
  { reading, rowOf, causes }: Omit<Bench, 'rule'>,
): void {
  const column = columnOf(reading.dataset, 'cellKey')
  if (column === undefined) return
  const partAt = (part: number): { value: number; cellKey: string | number | null } => {
    const at = rowOf[part] ?? -1
    return { value: reading.figures()[at] ?? NaN, cellKey: cell(column, at) }
  }
  const { cellKey } = addCellKeys([...parts, ...rest].map(partAt))
  const own = cell(column, row)
  if (own === null || cellKey === null || own === cellKey) return
  const whole = code === '_T' ? 'the total row' : `the row of ${code}`
  causes.addEach(
    row,
    { code: 'CELL_KEYS_NOT_SUM', column: 'cellKey' },
    `${whole} counts those of its rows, and its key is not the sum of theirs modulo 2^32`,
  )
}

interface Sum {
  readonly least: number
  readonly most: number
}

// What is not known for a code of its own (_U missing) can be any number; a part that is not known makes the block missing.
function addUp(
  { parts, rest }: NumberedBlock,
  rowOf: Int32Array,
  { bounds, unknown }: { readonly bounds: Float64Array; readonly unknown: number },
): number {
  let sum = 0
  for (const part of parts) sum += bounds[rowOf[part] ?? -1] ?? NaN
  for (const part of rest) {
    const figure = bounds[rowOf[part] ?? -1] ?? NaN
    sum += Number.isNaN(figure) ? unknown : figure
  }
  return sum
}

// Figures that were rounded to hundreds are off by up to fifty each, and so is their total.
function toleranceOf(
  { absolute, relative }: SumRule,
  reading: Reading,
  { told, parts }: { readonly told: number; readonly parts: number },
): number {
  const step = reading.step()
  const rounding = step > 1 ? ((parts + 1) * step) / 2 : 0
  return Math.max(absolute, relative * told, rounding)
}

function sentence(whole: string, told: number, { least, most }: Sum): string {
  const row = whole === '_T' ? 'the total row' : `the row of ${whole}`
  const between = `between ${inWords(least)} and ${most === Infinity ? 'any number' : inWords(most)}`
  const sum = most === Infinity ? `at least ${inWords(least)}` : between
  return `${row} says ${inWords(told)}, the rows add up to ${least === most ? inWords(least) : sum}`
}
