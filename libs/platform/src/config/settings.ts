// SPDX-License-Identifier: Apache-2.0
import { accept, refuse, type Outcome } from '@corridor/kernel'
import { withoutSecrets } from './without-secrets'

/** What a setting's text must be. */
export type SettingKind =
  'folder' | 'file' | 'port' | 'database' | 'broker' | 'address' | 'name' | 'days' | 'level'

/** One row of the table of settings. */
export interface Setting {
  readonly name: string
  readonly kind: SettingKind
  /** The text that is meant where the environment says nothing; absent where nothing is meant. */
  readonly default?: string
  readonly about: string
  /** Its value carries a password, which is never printed. */
  readonly secret?: true
}

/** Every setting there is. README and `corridor config` print this table. */
export const settingsTable = [
  {
    name: 'CORRIDOR_HOME',
    kind: 'folder',
    default: '.corridor',
    about: "the hub's folder: data, keys, logs and profiles; relative to the project's folder",
  },
  {
    name: 'CORRIDOR_HTTP_PORT',
    kind: 'port',
    default: '8080',
    about: 'port of the console and the HTTP interface',
  },
  {
    name: 'CORRIDOR_NATS_PORT',
    kind: 'port',
    default: '4222',
    about: 'port of the nats-server that the hub starts',
  },
  {
    name: 'CORRIDOR_PG_PORT',
    kind: 'port',
    default: '54320',
    about: 'port of the PostgreSQL that the hub starts',
  },
  {
    name: 'DATABASE_URL',
    kind: 'database',
    about: 'use a PostgreSQL (15 or newer) that runs elsewhere, instead of starting one',
    secret: true,
  },
  {
    name: 'NATS_URL',
    kind: 'broker',
    about: 'use a nats-server (2.10 or newer) that runs elsewhere, instead of starting one',
    secret: true,
  },
  {
    name: 'NATS_SERVER',
    kind: 'file',
    about: 'path of the nats-server program to start (2.10 or newer)',
  },
  {
    name: 'NATS_DOWNLOAD',
    kind: 'address',
    default: 'https://github.com/nats-io/nats-server/releases/download',
    about: 'where release archives of nats-server are fetched from, when nothing else gives one',
  },
  {
    name: 'CORRIDOR_HUB_ID',
    kind: 'name',
    default: 'corridor-local',
    about: "the hub's own name, which every signature is made for",
  },
  {
    name: 'CORRIDOR_PUBLIC_ADDRESS',
    kind: 'address',
    about:
      'where people reach the console, such as https://hub.example.org, where a proxy stands before it',
  },
  {
    name: 'CORRIDOR_SIGN_IN_ISSUER',
    kind: 'address',
    about:
      'the OpenID Connect provider that people sign in with; without it, a small one of the hub',
  },
  {
    name: 'CORRIDOR_SIGN_IN_CLIENT',
    kind: 'name',
    about: 'the name of the console as a client of that provider',
  },
  {
    name: 'CORRIDOR_SIGN_IN_SECRET_FILE',
    kind: 'file',
    about: 'a file with the password of that client',
  },
  {
    name: 'CORRIDOR_INSIDE_DAYS',
    kind: 'days',
    about:
      'after so many days figures are deleted that stayed inside a state; without it, when a signatory orders it',
  },
  {
    name: 'CORRIDOR_LOG',
    kind: 'level',
    default: 'info',
    about: 'how much is logged: trace, debug, info, warn, error or silent',
  },
] as const satisfies readonly Setting[]

/** The name of a setting. */
export type SettingName = (typeof settingsTable)[number]['name']

/** How much is logged. */
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** The settings, read once at start. */
export interface Settings {
  /** As given; `homeFolder` makes it absolute. */
  readonly home: string
  readonly httpPort: number
  readonly natsPort: number
  readonly pgPort: number
  /** Carries a password: show it only through `withoutSecrets`. */
  readonly databaseUrl: string | undefined
  /** May carry a password: show it only through `withoutSecrets`. */
  readonly natsUrl: string | undefined
  readonly natsServer: string | undefined
  readonly natsDownload: string
  readonly hubId: string
  readonly publicAddress: string | undefined
  /** Undefined where people sign in with the hub's own small provider. */
  readonly signIn: { issuer: string; client: string; secretFile: string } | undefined
  /** Days from the record of a message whose figures stay inside its state to its deletion. */
  readonly insideDays: number | undefined
  readonly logLevel: LogLevel
}

/** The environment that settings are read from: `process.env` in apps. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Reads the settings strictly: what cannot be meant is refused in a plain sentence, never replaced by a default. */
export function readSettings(env: Environment): Outcome<Settings, 'SETTING_REFUSED'> {
  for (const setting of settingsTable) {
    const text = textOf(env, setting)
    const wrong = text === undefined ? undefined : objection(setting, text)
    if (wrong !== undefined) return refuse('SETTING_REFUSED', `${setting.name} ${wrong}`)
  }
  const text = textsOf(env)
  const level = levels.find((one) => one === text.CORRIDOR_LOG)
  const signIn = signInSettings(text)
  if (!signIn.ok) return signIn
  const settings: Settings = {
    home: text.CORRIDOR_HOME ?? '',
    httpPort: Number(text.CORRIDOR_HTTP_PORT),
    natsPort: Number(text.CORRIDOR_NATS_PORT),
    pgPort: Number(text.CORRIDOR_PG_PORT),
    databaseUrl: text.DATABASE_URL,
    natsUrl: text.NATS_URL,
    natsServer: text.NATS_SERVER,
    natsDownload: (text.NATS_DOWNLOAD ?? '').replace(/\/+$/, ''),
    hubId: text.CORRIDOR_HUB_ID ?? '',
    publicAddress: text.CORRIDOR_PUBLIC_ADDRESS?.replace(/\/+$/, ''),
    signIn: signIn.value,
    insideDays:
      text.CORRIDOR_INSIDE_DAYS === undefined ? undefined : Number(text.CORRIDOR_INSIDE_DAYS),
    logLevel: level ?? 'info',
  }
  const twice = samePort(settings)
  return twice === undefined ? accept(settings) : refuse('SETTING_REFUSED', twice)
}

/** One row to print: a setting, its value without any password, and whether the environment gave it. */
export interface ShownSetting {
  readonly name: SettingName
  readonly value: string
  readonly given: boolean
  readonly default: string
  readonly about: string
}

/** The table with the values of an environment, fit for printing. */
export function showSettings(env: Environment): readonly ShownSetting[] {
  return settingsTable.map((setting: (typeof settingsTable)[number] & Setting) => {
    const text = textOf(env, setting) ?? ''
    return {
      name: setting.name,
      value: setting.secret === true ? withoutSecrets(text) : text,
      given: isGiven(env, setting.name),
      default: setting.default ?? '',
      about: setting.about,
    }
  })
}

const levels: readonly LogLevel[] = ['trace', 'debug', 'info', 'warn', 'error', 'silent']

// A variable that is set to nothing is what shells and compose files make of "not set".
function isGiven(env: Environment, name: string): boolean {
  return (env[name] ?? '').trim() !== ''
}

function textOf(env: Environment, setting: Setting): string | undefined {
  return isGiven(env, setting.name) ? env[setting.name]?.trim() : setting.default
}

function textsOf(env: Environment): Partial<Record<SettingName, string>> {
  const texts: Partial<Record<SettingName, string>> = {}
  for (const setting of settingsTable) texts[setting.name] = textOf(env, setting)
  return texts
}

/** What is wrong with a text, as the end of a sentence that begins with the setting's name. */
function objection(setting: Setting, text: string): string | undefined {
  switch (setting.kind) {
    case 'folder':
    case 'file':
      return text.includes('\0') ? 'is not a path' : undefined
    case 'port':
      return isPort(text)
        ? undefined
        : `is "${text}", which is not a port: give a whole number from 1 to 65535`
    // The text may carry a password, so it is not repeated.
    case 'database':
      return isUrl(text, ['postgres:', 'postgresql:'])
        ? undefined
        : 'is not the address of a PostgreSQL: write it as postgresql://user:password@host:port/database'
    case 'broker':
      return text.split(',').every((one) => isUrl(one, ['nats:', 'tls:']))
        ? undefined
        : 'is not the address of a nats-server: write it as nats://host:port'
    case 'address':
      return isUrl(text, ['http:', 'https:'])
        ? undefined
        : `is "${text}", which is not an http or https address`
    case 'name':
      return /^[a-z0-9]([a-z0-9.-]{0,62}[a-z0-9])?$/.test(text)
        ? undefined
        : `is "${text}", which is not a name: give up to 64 of a-z, 0-9, dot and hyphen`
    case 'days':
      return /^[1-9][0-9]{0,4}$/.test(text)
        ? undefined
        : `is "${text}": give a whole number of days, 1 or more`
    case 'level':
      return levels.some((one) => one === text)
        ? undefined
        : `is "${text}": give one of ${levels.join(', ')}`
  }
}

function isPort(text: string): boolean {
  return /^[0-9]{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535
}

function isUrl(text: string, protocols: readonly string[]): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  // libpq's form for a socket folder has no host name: postgresql:///database?host=/run/postgresql
  return protocols.includes(url.protocol) && (url.hostname !== '' || url.searchParams.has('host'))
}

// Half of it is a mistake, and must not end in the hub's own provider.
function signInSettings(
  text: Partial<Record<SettingName, string>>,
): Outcome<Settings['signIn'], 'SETTING_REFUSED'> {
  const issuer = text.CORRIDOR_SIGN_IN_ISSUER
  const client = text.CORRIDOR_SIGN_IN_CLIENT
  const secretFile = text.CORRIDOR_SIGN_IN_SECRET_FILE
  if (issuer === undefined && client === undefined && secretFile === undefined)
    return accept(undefined)
  if (issuer !== undefined && client !== undefined && secretFile !== undefined)
    return accept({ issuer, client, secretFile })
  const names = 'CORRIDOR_SIGN_IN_ISSUER, CORRIDOR_SIGN_IN_CLIENT and CORRIDOR_SIGN_IN_SECRET_FILE'
  return refuse('SETTING_REFUSED', `${names} go together: give all three or none`)
}

function samePort(settings: Settings): string | undefined {
  const used = new Map<number, string>()
  const ports: readonly (readonly [string, number, boolean])[] = [
    ['CORRIDOR_HTTP_PORT', settings.httpPort, true],
    ['CORRIDOR_NATS_PORT', settings.natsPort, settings.natsUrl === undefined],
    ['CORRIDOR_PG_PORT', settings.pgPort, settings.databaseUrl === undefined],
  ]
  for (const [name, port, listens] of ports) {
    const other = used.get(port)
    if (listens && other !== undefined)
      return `${other} and ${name} are both ${String(port)}: give each its own port`
    if (listens) used.set(port, name)
  }
  return undefined
}
