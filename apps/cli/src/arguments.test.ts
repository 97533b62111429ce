// SPDX-License-Identifier: Apache-2.0
import { parseArguments } from './arguments'
import type { Command } from './command'

const publish: Pick<Command, 'name' | 'options' | 'operands'> = {
  name: 'publish',
  operands: [{ name: 'FILE', about: 'figures' }],
  options: { 'dry-run': { type: 'boolean', about: 'send nothing' } },
}

describe('a command line', () => {
  it('has its options anywhere among its operands', () => {
    expect(parseArguments(publish, ['--dry-run', 'flows.csv', '--profile', 'BE'])).toEqual({
      ok: true,
      value: { values: { 'dry-run': true, profile: 'BE' }, operands: ['flows.csv'] },
    })
  })

  it('takes what follows two hyphens as it is', () => {
    const parsed = parseArguments(publish, ['--', '--flows.csv'])
    expect(parsed).toMatchObject({ value: { operands: ['--flows.csv'] } })
  })

  it.each([
    [['--profle', 'BE', 'f'], 'there is no option --profle. Did you mean "--profile"?'],
    [['f', '--constructor'], 'there is no option --constructor.'],
    [['f', '--profile'], '--profile needs a value: --profile NAME'],
    [['f', '--profile', '--json'], '--profile needs a value: --profile NAME'],
    [['f', '--profile='], '--profile needs a value: --profile NAME'],
    [['f', '--json=yes'], '--json takes no value'],
    [[], 'corridor publish needs FILE: figures'],
    [['f', 'g'], 'corridor publish has no place for "g"'],
    [['f', '\u001b[31mg'], 'corridor publish has no place for "\\u{1b}[31mg"'],
  ])('%j is refused in a plain sentence', (words, detail) => {
    expect(parseArguments(publish, words)).toEqual({
      ok: false,
      refusal: { code: 'COMMAND_WRONG', detail },
    })
  })

  it('may ask for help without what it would need otherwise', () => {
    expect(parseArguments(publish, ['-h'])).toMatchObject({ value: { values: { help: true } } })
  })
})
