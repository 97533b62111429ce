// SPDX-License-Identifier: Apache-2.0
import { refuse } from '@corridor/kernel'
import { parseJson } from '@corridor/message'
import { Refused } from '@corridor/platform'
import type { PipeTransform } from '@nestjs/common'
import { plainToInstance } from 'class-transformer'
import { validate, type ValidationError } from 'class-validator'

/** Reads a signed body as JSON and judges it by a class-validator DTO, closed: members that it does not know are refused. */
export class JsonBody<Shape extends object> implements PipeTransform<unknown, Promise<Shape>> {
  constructor(
    private readonly shape: new () => Shape,
    private readonly code: string = 'CONTENT_WRONG',
  ) {}

  async transform(body: unknown): Promise<Shape> {
    const json = parseJson(Buffer.isBuffer(body) ? body : Buffer.alloc(0))
    if (!json.ok) throw new Refused(refuse('CONTENT_WRONG', json.refusal.detail).refusal)
    if (typeof json.value !== 'object' || json.value === null || Array.isArray(json.value)) {
      throw new Refused(refuse('CONTENT_WRONG', 'the body is not a JSON object').refusal)
    }
    const instance = plainToInstance(this.shape, json.value)
    const [first] = await validate(instance, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
    })
    if (first !== undefined) throw new Refused(refuse(this.code, sentenceOf(first, '')).refusal)
    return instance
  }
}

function sentenceOf(error: ValidationError, path: string): string {
  const where = `${path}/${error.property}`
  const [child] = error.children ?? []
  if (child !== undefined) return sentenceOf(child, where)
  return `${where}: ${Object.values(error.constraints ?? {}).join('; ')}`
}
