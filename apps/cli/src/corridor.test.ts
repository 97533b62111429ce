// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  eventBytes,
  hubSource,
  newSigningKey,
  seal,
  signerOf,
  type PublicJwk,
  type Signer,
} from '@corridor/message'
import { writeSealedFile } from '@corridor/sdk'
import { commands } from './catalogue/commands'
import { newOffice } from './given'
import { commandHelp, generalHelp } from './help-text'

const { folder, run, write, end } = newOffice()
afterAll(end)

// Jest types its matchers as any.
const containing = (text: string): unknown => expect.stringContaining(text)
const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern)

describe('help', () => {
  it('begins with examples, everywhere', () => {
    expect(generalHelp(commands)).toMatch(/^Examples\n {2}corridor keygen/)
    for (const command of commands) expect(commandHelp(command)).toMatch(/^Examples\n {2}corridor /)
  })

  it('of a command has its use, options and notes', () => {
    const command = commands.find(({ name }) => name === 'agreements terminate')
    expect(command && commandHelp(command)).toBe(`Examples
  corridor agreements terminate BE-DK-2026 --reason "our law has changed"  end an agreement between two

What it does
  end an agreement between two: from the answer on, nothing more leaves

Use
  corridor agreements terminate ID [options]

  ID  the agreement: BE-DK-2026

Options
  --reason TEXT   why; the other parties read it
  --profile NAME  act with this profile
  --home FOLDER   the home with the profiles (CORRIDOR_HOME)
  --json          print one JSON object
  --yes           answer yes to what would be asked
  --no-input      never ask; stop where an answer is needed
  --no-color      no colour, as with NO_COLOR
  --verbose       say more of what nobody expected
  --help          show examples and options`)
  })

  it('leaves out what is not for people', () => {
    expect(generalHelp(commands)).not.toContain('demonstration')
  })

  it.each(['E201', 'code_unknown', 'code-unknown'])('explains the problem %s', async (typed) => {
    expect(await run(['help', typed])).toMatchObject({
      exit: 0,
      out: containing('E201  CODE_UNKNOWN\n\n  A code is not in its code list.'),
    })
  })

  it('names only commands that exist', () => {
    const named = commands.flatMap(({ examples }) => examples.map(([line]) => line))
    for (const line of named) {
      const known = commands.some(
        // `corridor outbox` stands for the list of its group.
        ({ name }) =>
          [name, name.replace(/ list$/, '')].some((one) =>
            `${line} `.startsWith(`corridor ${one} `),
          ),
      )
      expect([line, known]).toEqual([line, true])
    }
  })
})

describe('a command line that is typed wrongly', () => {
  it('ends with 2, and says nothing on stdout', async () => {
    expect(await run(['publsh'])).toEqual({
      exit: 2,
      out: '',
      err: 'STOP  There is no command "publsh". Did you mean "publish"?\n      Examples: corridor help\n',
    })
  })

  it('is one object for a program', async () => {
    const { exit, out } = await run(['publish', '--json'])
    expect(exit).toBe(5)
    expect(JSON.parse(out)).toMatchObject({
      v: 1,
      ok: false,
      exit: 5,
      command: 'publish',
      problem: { code: 'PROFILE_MISSING', number: 'C801' },
    })
  })

  it('may be a setting that cannot be meant', async () => {
    const wrong = { env: { CORRIDOR_LOG: 'loud' } }
    expect(await run(['receipts'], wrong)).toMatchObject({
      exit: 2,
      out: '',
      err: containing('STOP  C803'),
    })
    expect(await run(['config'], wrong)).toMatchObject({
      exit: 2,
      out: containing('CORRIDOR_LOG'),
    })
  })
})

describe('the settings', () => {
  it('are shown with where each comes from, and never with a password', async () => {
    const { out } = await run(['config'], {
      env: { DATABASE_URL: 'postgresql://me:secret@host/db' },
    })
    expect(out).toMatch(/DATABASE_URL +postgresql:\/\/me:\*\*\*@host\/db +environment/)
    expect(out).toMatch(/CORRIDOR_HTTP_PORT +8080 +default/)
    expect(out).not.toContain('secret')
  })
})

describe('keys', () => {
  it('are made once, and their fingerprint can be read out', async () => {
    const first = await run(['keygen', '--profile', 'BE', '--json'])
    const second = await run(['keygen', '--profile', 'BE'])
    const made: unknown = JSON.parse(first.out)
    expect(made).toMatchObject({
      v: 1,
      ok: true,
      made: true,
      fingerprint: matching(/^SHA256:([0-9a-f]{4} ){15}[0-9a-f]{4}$/),
    })
    expect(second.out).toContain('The keys are there already')
    expect(second.out).toContain(String(Reflect.get(Object(made), 'fingerprint')))
  })

  it('are not made outside the home', async () => {
    expect(await run(['keygen', '--profile', '../BE'])).toMatchObject({ exit: 2 })
  })
})

describe('a sealed statement', () => {
  let hub: { signer: Signer; key: PublicJwk }
  beforeAll(async () => {
    const { privateJwk, publicJwk } = await newSigningKey()
    hub = { signer: await signerOf(privateJwk), key: publicJwk }
    write('hub.json', JSON.stringify({ id: 'hub-one', key: publicJwk }))
    const digest = `sha-256:${Buffer.alloc(32).toString('base64url')}`
    const bytes = eventBytes({
      id: 'receipt:BE:1',
      source: hubSource('hub-one'),
      type: 'corridor.receipt.v1',
      time: new Date('2026-11-14T09:12:00Z'),
      contract: { name: 'receipt', version: '1.0.0' },
      data: {
        statement: 'accepted',
        submission: { id: 'flow-1', source: 'BE', contract: 'migration-flow', version: '1.0.0' },
        digest,
        receivedAt: '2026-11-14T09:12:00Z',
        position: 12,
        rows: 48,
      },
    })
    writeSealedFile(
      join(folder, 'receipt.json'),
      await seal(bytes, { typ: 'corridor-receipt', aud: 'hub-one' }, hub.signer),
    )
  })

  it('is proven with a key that is had from elsewhere', async () => {
    const { exit, out } = await run(['verify', 'receipt.json', '--hub-key', 'hub.json'])
    expect(exit).toBe(0)
    expect(out).toContain(
      'OK  Receipt for flow-1: accepted at position 12, 48 rows, 14 Nov 2026, 09:12 UTC.',
    )
    expect(out).toContain('Nothing was changed since.')
  })

  it('is proven with a bare key too', async () => {
    const file = write('key.json', JSON.stringify(hub.key))
    expect(await run(['verify', 'receipt.json', '--hub-key', file])).toMatchObject({ exit: 0 })
  })

  it('is not believed with another key', async () => {
    const { publicJwk } = await newSigningKey()
    const file = write('other.json', JSON.stringify({ id: 'hub-one', key: publicJwk }))
    expect(await run(['verify', 'receipt.json', '--hub-key', file])).toMatchObject({
      exit: 7,
      err: containing('V701'),
    })
  })

  it.each(['accepted', '"signature', '"payload', 'flow-1'])(
    'is not believed after one byte of %s was changed',
    async (word) => {
      const text = readFileSync(join(folder, 'receipt.json'), 'utf8')
      const file = write('changed.json', text.replace(word, word.replace(/.$/, 'x')))
      expect(await run(['verify', file, '--hub-key', 'hub.json'])).toMatchObject({
        exit: 7,
        out: '',
      })
    },
  )
})

describe('marks', () => {
  it('stand out on a terminal only, and not where NO_COLOR is set', async () => {
    const file = write('plain.csv', '')
    const onTerminal = await run(['validate', file], { isTTY: true })
    const without = await run(['validate', file], { isTTY: true, env: { NO_COLOR: '1' } })
    expect(onTerminal.out).toContain('\u001b[1mSTOP\u001b[22m')
    expect(without.out).not.toContain('\u001b')
  })
})
