// SPDX-License-Identifier: Apache-2.0
import type { LoggerService } from '@nestjs/common'
import pino from 'pino'

/** Writes facts with ids, never payloads, figures or secrets. */
export interface Log {
  info(text: string, facts?: object): void
  warn(text: string, facts?: object): void
  error(text: string, facts?: object): void
}

/** Opens the log of a service: JSON lines on stderr, or in a file. */
export function openLog(
  service: string,
  options: { readonly level: string; readonly file?: string },
): Log {
  const target = pino.destination({
    dest: options.file ?? 2,
    sync: options.file === undefined,
    mkdir: true,
  })
  const log = pino({ level: options.level, base: { service } }, target)
  return {
    info: (text, facts) => {
      log.info(facts ?? {}, text)
    },
    warn: (text, facts) => {
      log.warn(facts ?? {}, text)
    },
    error: (text, facts) => {
      log.error(facts ?? {}, text)
    },
  }
}

/** Nest's own messages in our log: warnings and errors only. */
export function nestLogger(log: Log): LoggerService {
  return {
    log: () => undefined,
    warn: (message: unknown) => {
      log.warn(String(message))
    },
    error: (message: unknown) => {
      log.error(String(message))
    },
  }
}

/** An error with its causes, one line. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message}: ${reasonOf(error.cause)}`
}
