// SPDX-License-Identifier: Apache-2.0
import { generalOptions } from './arguments'
import { findCommand, splitLine } from './find-command'

describe('the words of a command', () => {
  it.each([
    [['agreements', 'sign', 'BE-DK-2026'], 'agreements sign', ['BE-DK-2026']],
    [['publish', 'flows.csv'], 'publish', ['flows.csv']],
    [['reports'], 'reports list', []],
  ])('%j are %s with %j', (names, name, operands) => {
    const found = findCommand(names)
    expect(found).toMatchObject({ ok: true, value: { command: { name }, operands } })
  })

  it.each([
    [['publsh'], 'there is no command "publsh". Did you mean "publish"?'],
    [['enroll'], 'there is no command "enroll". Did you mean "enrol"?'],
    [['agreements', 'sing'], 'there is no command "agreements sing". Did you mean "sign"?'],
    [
      ['reports', 'x'],
      'there is no command "reports x". There are: list, show, stages, learn, again, due, review, sign, withdraw, return, renew, internal.',
    ],
    [['\u001b[2J'], 'there is no command "\\u{1b}[2J".'],
  ])('%j are met with a hint where there is one', (names, detail) => {
    expect(findCommand(names)).toMatchObject({
      ok: false,
      refusal: { code: 'COMMAND_WRONG', detail },
    })
  })

  it('may have general options before them', () => {
    const words = ['--json', '--profile', 'BE', 'receipts', '12', '--verbose']
    expect(splitLine(words, generalOptions)).toEqual({
      names: ['receipts', '12'],
      rest: ['--json', '--profile', 'BE', '--verbose'],
    })
  })
})
