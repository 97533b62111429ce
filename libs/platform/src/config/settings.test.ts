// SPDX-License-Identifier: Apache-2.0
import { readSettings, settingsTable, showSettings } from './settings'
import { withoutSecrets } from './without-secrets'

describe('the settings', () => {
  it('have a default for everything but the servers that run elsewhere', () => {
    expect(readSettings({ CORRIDOR_HOME: '  ', DATABASE_URL: '' })).toEqual({
      ok: true,
      value: {
        home: '.corridor',
        httpPort: 8080,
        natsPort: 4222,
        pgPort: 54320,
        databaseUrl: undefined,
        natsUrl: undefined,
        natsServer: undefined,
        natsDownload: 'https://github.com/nats-io/nats-server/releases/download',
        hubId: 'corridor-local',
        logLevel: 'info',
      },
    })
  })

  it.each([
    [
      { CORRIDOR_HTTP_PORT: 'eighty' },
      'CORRIDOR_HTTP_PORT is "eighty", which is not a port: give a whole number from 1 to 65535',
    ],
    [
      { CORRIDOR_PG_PORT: '0' },
      'CORRIDOR_PG_PORT is "0", which is not a port: give a whole number from 1 to 65535',
    ],
    [
      { CORRIDOR_NATS_PORT: '65536' },
      'CORRIDOR_NATS_PORT is "65536", which is not a port: give a whole number from 1 to 65535',
    ],
    [
      { CORRIDOR_NATS_PORT: '8080' },
      'CORRIDOR_HTTP_PORT and CORRIDOR_NATS_PORT are both 8080: give each its own port',
    ],
    [
      { CORRIDOR_LOG: 'loud' },
      'CORRIDOR_LOG is "loud": give one of trace, debug, info, warn, error, silent',
    ],
    [
      { CORRIDOR_INSIDE_DAYS: '0' },
      'CORRIDOR_INSIDE_DAYS is "0": give a whole number of days, 1 or more',
    ],
    [
      { CORRIDOR_HUB_ID: 'a b' },
      'CORRIDOR_HUB_ID is "a b", which is not a name: give up to 64 of a-z, 0-9, dot and hyphen',
    ],
    [
      { NATS_URL: 'http://broker' },
      'NATS_URL is not the address of a nats-server: write it as nats://host:port',
    ],
  ])('are refused in a plain sentence: %j', (env, detail) => {
    expect(readSettings(env)).toEqual({ ok: false, refusal: { code: 'SETTING_REFUSED', detail } })
  })

  it('do not repeat an address of a database that they refuse, because it may carry a password', () => {
    const outcome = readSettings({ DATABASE_URL: 'mysql://me:secret@host/db' })
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { detail: saysNot('secret') },
    })
  })

  it('are shown one by one, without passwords', () => {
    const shown = showSettings({
      DATABASE_URL: 'postgresql://me:secret@host:5432/db',
      CORRIDOR_LOG: 'warn',
    })
    expect(shown.map(({ name }) => name)).toEqual(settingsTable.map(({ name }) => name))
    expect(shown.find(({ name }) => name === 'CORRIDOR_LOG')).toMatchObject({
      value: 'warn',
      given: true,
      default: 'info',
    })
    expect(JSON.stringify(shown)).not.toContain('secret')
  })
})

describe('an address without secrets', () => {
  it.each([
    ['postgresql://me:secret@host:5432/db', 'postgresql://me:***@host:5432/db'],
    [
      'postgresql://host/db?password=secret&sslmode=require',
      'postgresql://host/db?password=***&sslmode=require',
    ],
    ['postgresql://me@host/db', 'postgresql://me@host/db'],
    ['nats://secret@one:4222,nats://two:4222', 'nats://***@one:4222,nats://two:4222'],
    ['secret', '***'],
  ])('%s', (address, shown) => {
    expect(withoutSecrets(address)).toBe(shown)
  })
})

// Jest's matchers are of type any.
function saysNot(text: string): unknown {
  return expect.not.stringContaining(text)
}
