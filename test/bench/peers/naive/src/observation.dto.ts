// SPDX-License-Identifier: Apache-2.0
import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  ArrayMinSize,
  Equals,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator'

/** One figure, as a JSON object. */
export class ObservationDto {
  @IsString() @Length(2, 3) reporter: string
  @IsIn(['inflow', 'outflow']) direction: string
  @IsString() @Length(2, 3) origin: string
  @IsString() @Length(2, 3) destination: string
  @Matches(/^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/) period: string
  @IsIn(['F', 'M', '_N', '_O', '_T', '_U', '_Z']) sex: string
  @IsString() @MaxLength(16) age: string
  @IsString() @MaxLength(16) occupation: string
  @IsString() @MaxLength(16) sector: string
  @IsString() @MaxLength(16) stay: string
  @IsOptional() @IsInt() @Min(0) value: number | null
  @IsIn(['value', 'suppressed', 'missing', 'not-applicable']) valueStatus: string
  @Matches(/^[A-Z]( [A-Z])*$/) obsStatus: string
  @IsIn(['F', 'C', 'N']) confStatus: string
}

/** The figures of a message. */
export class FiguresDto {
  @IsString() @MaxLength(64) dataset: string
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5_000)
  @ValidateNested({ each: true })
  @Type(() => ObservationDto)
  observations: ObservationDto[]
}

/** A CloudEvent with figures. */
export class MessageDto {
  @Equals('1.0') specversion: string
  @IsString() @Length(1, 128) id: string
  @IsString() source: string
  @IsString() type: string
  @IsISO8601() time: string
  @Equals('application/json') datacontenttype: string
  @IsString() dataschema: string
  @ValidateNested() @Type(() => FiguresDto) data: FiguresDto
}
