// SPDX-License-Identifier: Apache-2.0
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Min,
} from 'class-validator'

/** A message that its sender takes back. */
export class RecallBody {
  @IsString()
  @Length(1, 128)
  submission: string

  @IsString()
  @Length(1, 500)
  reason: string
}

/** What was released in error. */
export class BreachBody {
  @IsString()
  @Length(1, 500)
  reason: string

  @IsOptional()
  @IsString()
  @Length(1, 64)
  agreement?: string

  @IsOptional()
  @IsString()
  @Length(1, 16)
  clause?: string

  @IsOptional()
  @IsString()
  @Length(1, 64)
  contract?: string

  @IsOptional()
  @IsString()
  @Length(1, 128)
  submission?: string

  @IsOptional()
  @IsString()
  @Length(2, 33)
  recipient?: string

  @IsOptional()
  @IsString()
  @Length(4, 8)
  period?: string
}

/** Withdrawn deliveries that were destroyed. */
export class DestroyedBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  @IsInt({ each: true })
  @Min(1, { each: true })
  numbers: number[]

  /** An office that has numbers of its own. */
  @IsOptional()
  @IsString()
  @Length(2, 33)
  recipient?: string
}
