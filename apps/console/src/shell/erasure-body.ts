// SPDX-License-Identifier: Apache-2.0
import { IsOptional, IsString, Length, Matches } from 'class-validator'

/** Which message is to be deleted, under what, and why. */
export class ErasureBody {
  @IsString()
  @Length(1, 128)
  submission: string

  @IsOptional()
  @Matches(/^[A-Z0-9]{2,16}$/)
  participant?: string

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
  @Length(1, 200)
  reference?: string

  @IsString()
  @Length(1, 400)
  reason: string
}
