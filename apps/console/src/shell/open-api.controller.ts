// SPDX-License-Identifier: Apache-2.0
import { Controller, Get, Inject, type Type } from '@nestjs/common'
import { openApi } from './open-api'
import { Told } from './told'

/** Injection token of the controllers that the document tells of. */
export const documented = Symbol('corridor documented controllers')

/** The API in a form that programs read, made from the decorators of its controllers. */
@Controller('api/openapi.json')
export class OpenApiController {
  private readonly document: object

  constructor(@Inject(documented) controllers: readonly Type[]) {
    this.document = openApi(controllers)
  }

  @Told({ summary: 'This document', answers: { 200: 'OpenAPI 3.1' } })
  @Get()
  show(): object {
    return this.document
  }
}
