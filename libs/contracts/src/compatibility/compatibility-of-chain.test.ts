// SPDX-License-Identifier: Apache-2.0
import { compatibilityOfChain, type CompatibilityMode } from './compatibility-of-chain'

const codes = (...names: readonly string[]): object => ({ type: 'string', enum: names })

// 1.10.0 is the last: versions are numbers, not text.
const versions = [
  { version: '1.10.0', schema: codes('A', 'B') },
  { version: '1.9.0', schema: codes('A', 'B', 'C') },
  { version: '1.2.0', schema: codes('A') },
]

describe('a schema that follows three versions', () => {
  it.each<{ mode: CompatibilityMode; proposed: object; passes: boolean; asked: readonly string[] }>(
    [
      { mode: 'NONE', proposed: codes('Z'), passes: true, asked: [] },
      {
        mode: 'BACKWARD',
        proposed: codes('A', 'B', 'D'),
        passes: true,
        asked: ['1.10.0 backward'],
      },
      { mode: 'BACKWARD', proposed: codes('A'), passes: false, asked: ['1.10.0 backward'] },
      {
        mode: 'BACKWARD_TRANSITIVE',
        proposed: codes('A', 'B', 'D'),
        passes: false,
        asked: ['1.2.0 backward', '1.9.0 backward', '1.10.0 backward'],
      },
      { mode: 'FORWARD', proposed: codes('B'), passes: true, asked: ['1.10.0 forward'] },
      {
        mode: 'FORWARD_TRANSITIVE',
        proposed: codes('B'),
        passes: false,
        asked: ['1.2.0 forward', '1.9.0 forward', '1.10.0 forward'],
      },
      {
        mode: 'FULL',
        proposed: codes('B', 'A'),
        passes: true,
        asked: ['1.10.0 backward', '1.10.0 forward'],
      },
      {
        mode: 'FULL_TRANSITIVE',
        proposed: codes('B', 'A'),
        passes: false,
        asked: [
          '1.2.0 backward',
          '1.2.0 forward',
          '1.9.0 backward',
          '1.9.0 forward',
          '1.10.0 backward',
          '1.10.0 forward',
        ],
      },
    ],
  )('is judged by $mode', ({ mode, proposed, passes, asked }) => {
    const verdict = compatibilityOfChain(versions, proposed, mode)
    expect(verdict.passes).toBe(passes)
    expect(verdict.findings.map((own) => `${own.version} ${own.direction}`)).toEqual(asked)
  })

  it('is told the version that it does not go with, and why', () => {
    const { findings } = compatibilityOfChain(versions, codes('A', 'B'), 'BACKWARD_TRANSITIVE')
    expect(findings.filter(({ verdict }) => verdict.compatible !== true)).toEqual([
      {
        version: '1.9.0',
        direction: 'backward',
        verdict: {
          compatible: false,
          counterexample: 'C',
          reasons: [
            {
              at: 'the document',
              why: 'version 1.9.0 accepts "C"; the proposed version asks that it is one of A, B',
            },
          ],
        },
      },
    ])
  })

  it('does not pass where it is not decided', () => {
    const odd = { type: 'string', pattern: '^(a|b)\\1$' }
    const verdict = compatibilityOfChain([{ version: '1.0.0', schema: codes('A') }], odd, 'FORWARD')
    expect(verdict).toMatchObject({
      passes: false,
      findings: [{ verdict: { compatible: 'unknown' } }],
    })
  })
})
