// SPDX-License-Identifier: Apache-2.0

declare const brand: unique symbol

/** A value that only its one maker can make, so that skipping the maker does not compile. */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name }
