// SPDX-License-Identifier: Apache-2.0
// A front door of its own, so that programs without an HTTP edge never load class-validator.
export * from './generated/dtos'
