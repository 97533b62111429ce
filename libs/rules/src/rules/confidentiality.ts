// SPDX-License-Identifier: Apache-2.0
import { cell } from '@corridor/contracts'
import type { Found } from '../found'
import type { Reading } from '../reading'
import { rowsWhere } from './rows-where'
import type { RuleOf } from './rule-of'

/** Figures under embargo (CONF_STATUS E) without its end. */
export function missingEmbargoes(
  { dataset }: Reading,
  { problem }: RuleOf<'embargo-stated'>,
): readonly Found[] {
  const { confStatus, embargo = null } = dataset
  return rowsWhere(dataset, [confStatus, embargo], (row) =>
    cell(confStatus, row) === 'E' && cell(embargo, row) === null
      ? { code: problem, column: 'embargo', detail: 'the status is E, and no moment is named' }
      : undefined,
  )
}

/** Ends of an embargo with figures that are not under one. */
export function embargoesWithoutStatus(
  { dataset }: Reading,
  { problem }: RuleOf<'embargo-of-status'>,
): readonly Found[] {
  const { confStatus, embargo } = dataset
  if (embargo === undefined) return []
  return rowsWhere(dataset, [confStatus, embargo], (row) => {
    const status = cell(confStatus, row)
    if (status === 'E' || cell(embargo, row) === null) return undefined
    const detail = `there is an embargo, and the confidentiality status is ${status}, not E`
    return { code: problem, column: 'confStatus', value: status, detail }
  })
}

/** Embargoes that were over before the message was made. */
export function embargoesOver(
  { dataset, at }: Reading,
  { problem }: RuleOf<'embargo-over'>,
): readonly Found[] {
  const { embargo } = dataset
  if (embargo === undefined || at === undefined) return []
  return rowsWhere(dataset, [embargo], (row) => {
    const value = cell(embargo, row)
    if (value === null || Date.parse(value) > at.getTime()) return undefined
    return { code: problem, column: 'embargo', value, detail: `the embargo ended at ${value}` }
  })
}

const restricts: ReadonlySet<string> = new Set(['AGREEMENT', 'PARTNER', 'AGGREGATED', 'NONE'])

/** Free figures (CONF_STATUS F) that may not be handed on. */
export function freeButRestricted(
  { dataset }: Reading,
  { problem }: RuleOf<'free-but-restricted'>,
): readonly Found[] {
  const { confStatus, confRedist } = dataset
  if (confRedist === undefined) return []
  return rowsWhere(dataset, [confStatus, confRedist], (row) => {
    const value = cell(confRedist, row)
    if (value === null || cell(confStatus, row) !== 'F' || !restricts.has(value)) return undefined
    const detail = `the figure is free (F), and its redistribution is ${value}`
    return { code: problem, column: 'confRedist', value, detail }
  })
}

/** Confidential figures that anybody may have. After an embargo everybody may, so E goes with ALL. */
export function confidentialForAll(
  { dataset }: Reading,
  { problem }: RuleOf<'confidential-for-all'>,
): readonly Found[] {
  const { confStatus, confRedist } = dataset
  if (confRedist === undefined) return []
  return rowsWhere(dataset, [confStatus, confRedist], (row) => {
    const status = cell(confStatus, row)
    if (cell(confRedist, row) !== 'ALL' || status === 'F' || status === 'E') return undefined
    const detail = `the figure is not for publication (${status}), and its redistribution is ALL`
    return { code: problem, column: 'confRedist', value: 'ALL', detail }
  })
}

/** Figures that are hidden although they are free. */
export function suppressedButFree(
  { dataset }: Reading,
  { problem }: RuleOf<'suppressed-but-free'>,
): readonly Found[] {
  const { confStatus, valueStatus } = dataset
  return rowsWhere(dataset, [confStatus, valueStatus], (row) =>
    cell(valueStatus, row) === 'suppressed' && cell(confStatus, row) === 'F'
      ? {
          code: problem,
          column: 'confStatus',
          value: 'F',
          detail: 'the figure is suppressed, and its confidentiality status is F (free)',
        }
      : undefined,
  )
}

/** Zeros that are confidential: a suppressed figure may have been sent as one. */
export function confidentialZeros(
  { dataset }: Reading,
  { problem }: RuleOf<'confidential-zero'>,
): readonly Found[] {
  const { confStatus, value, obsStatus } = dataset
  return rowsWhere(dataset, [confStatus, value, obsStatus], (row) => {
    if (cell(value, row) !== 0) return undefined
    const status = cell(confStatus, row)
    const hidden = cell(obsStatus, row).includes('Q')
    if (!hidden && (status === 'F' || status === 'E' || status === 'N')) return undefined
    const detail = hidden
      ? 'the value is 0, and its observation status says that it is suppressed (Q)'
      : `the value is 0, and its confidentiality status is ${status}`
    return { code: problem, column: 'value', value: '0', detail }
  })
}
