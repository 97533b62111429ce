// SPDX-License-Identifier: Apache-2.0
import { SetMetadata } from '@nestjs/common'

/** What a route says of itself in the OpenAPI document. */
export interface RouteTold {
  readonly summary: string
  /** Parameters of the query, with what they mean. */
  readonly query?: Readonly<Record<string, string>>
  /** Headers of the request beside the signature. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: BodyTold
  /** What a good answer is, by its number; problems go without saying. */
  readonly answers: Readonly<Record<number, AnswerTold>>
}

/** A body: the data of a contract, a class of the edge, or bytes of a media type. */
export type BodyTold =
  | { readonly contract: string }
  | { readonly members: Readonly<Record<string, string>>; readonly optional?: readonly string[] }
  | { readonly media: string; readonly about: string }

/** An answer: a sentence about its JSON, or another media type, or no body. */
export type AnswerTold =
  | string
  | { readonly media: readonly string[]; readonly about: string }
  | { readonly empty: string }

/** Key of the metadata of `Told`. */
export const toldKey = 'corridor:told'

/** Says of a route what the OpenAPI document tells of it. */
export const Told = (told: RouteTold): MethodDecorator => SetMetadata(toldKey, told)
