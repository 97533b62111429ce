// SPDX-License-Identifier: Apache-2.0

/** Why something was not done: a stable code from the problem catalogue, and what was met, in plain words. */
export interface Refusal<Code extends string = string> {
  readonly code: Code
  readonly detail: string
}

/** The result of an act that may be refused. Bugs and broken servers throw; everything expected is an Outcome. */
export type Outcome<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal<Code> }

/** @example const outcome: Outcome<number> = accept(3) */
export function accept<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

/** @example const outcome: Outcome<number, 'TOO_OLD'> = refuse('TOO_OLD', 'the server is 2.9') */
export function refuse<Code extends string>(
  code: Code,
  detail: string,
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: { code, detail } }
}
