// SPDX-License-Identifier: Apache-2.0
import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common'
import type { Response } from 'express'
import { icon, stylesheet } from '../styles'
import { Told } from './told'

/** The sheet and the icon, under names that change with their content: cached for a year. */
@Controller('assets')
export class AssetsController {
  @Told({
    summary: 'A style sheet of the pages',
    answers: { 200: { media: ['text/css'], about: 'The style sheet' } },
  })
  @Get(':name')
  asset(@Param('name') name: string, @Res() response: Response): void {
    const found = [stylesheet(), icon()].find((asset) => asset.name === name)
    if (found === undefined) throw new NotFoundException()
    response.set('Cache-Control', 'public, max-age=31536000, immutable')
    response.type(name.split('.').at(-1) ?? 'txt').send(found.text)
  }
}
