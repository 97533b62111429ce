// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path'
import { exitCodeOf, exitWords } from './exit-code'
import { findProblem, problemCatalogue } from './problems'

const catalogue = problemCatalogue(resolve(__dirname, '../../..'))

describe('the exit code', () => {
  it('is one that help explains, for every problem of the catalogue', () => {
    const known = exitWords.map(([code]) => code)
    const codes = catalogue.map(exitCodeOf)
    expect(codes.length).toBeGreaterThan(50)
    expect(codes.filter((code) => !known.includes(code))).toEqual([])
  })

  it.each([
    ['CODE_UNKNOWN', 3],
    ['CONTENT_WRONG', 3],
    ['VALUE_JUMPED', 3],
    ['MESSAGE_TOO_LARGE', 3],
    ['NO_CLAUSE_GRANTS', 4],
    ['AGREEMENT_ENDED', 4],
    ['REPORT_NOT_READY', 4],
    ['REVIEW_SAME_PERSON', 5],
    ['ID_TAKEN', 4],
    ['PROFILE_MISSING', 5],
    ['NOT_ENROLLED', 5],
    ['KEY_FILE_TOO_OPEN', 5],
    ['TIME_IN_FUTURE', 5],
    ['HUB_UNREACHABLE', 6],
    ['NO_RECEIPT_YET', 6],
    ['HUB_BUSY', 6],
    ['SIGNATURE_WRONG', 7],
    ['RECEIPT_NOT_OF_THIS_HUB', 7],
    ['CHAIN_BROKEN', 7],
    ['COMMAND_WRONG', 2],
    ['SETTING_REFUSED', 2],
    ['UNEXPECTED', 1],
  ])('of %s is %i', (code, exit) => {
    const problem = findProblem(catalogue, code)
    expect(problem && exitCodeOf(problem)).toBe(exit)
  })

  it('of a problem that only a newer hub knows is that of a fault', () => {
    expect(exitCodeOf({ code: 'NEW_THING', number: 'H000' })).toBe(1)
  })
})
