// SPDX-License-Identifier: Apache-2.0
import type { Rule } from '@corridor/contracts'

/** The rule of a kind, with its parameters. */
export type RuleOf<Kind extends Rule['kind']> = Extract<Rule, { readonly kind: Kind }>
