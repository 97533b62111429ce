// SPDX-License-Identifier: Apache-2.0
import fs from 'node:fs'
import path from 'node:path'
import { checkScheme } from './check-scheme'
import { problem } from './problem'
import { validate } from './validate'

const examples = path.resolve(__dirname, '../../../contracts/mobility-scheme/1.0.0/examples')

interface Example {
  readonly reason: string
  readonly content: unknown
}

function read(kind: string): readonly Example[] {
  return fs.readdirSync(path.join(examples, kind)).map((file) => {
    const content: unknown = JSON.parse(fs.readFileSync(path.join(examples, kind, file), 'utf8'))
    return { reason: path.basename(file, '.json'), content }
  })
}

function codeOf(content: unknown): string {
  const judged = validate('mobility-scheme', '1.0.0', content)
  if (!judged.ok) return 'refused by the schema'
  const outcome = checkScheme(judged.value)
  return outcome.ok ? 'accepted' : outcome.refusal.code
}

describe('the description of a scheme', () => {
  it.each(read('valid'))('is accepted: $reason', ({ content }) => {
    expect(codeOf(content)).toBe('accepted')
  })

  it.each(read('invalid-content'))(
    'is refused though its schema accepts it: $reason',
    ({ reason, content }) => {
      const code = codeOf(content)
      expect(reason.startsWith(code.toLowerCase().replaceAll('_', '-'))).toBe(true)
      expect(problem(code)).toBeDefined()
    },
  )
})
