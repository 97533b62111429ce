// SPDX-License-Identifier: Apache-2.0
import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common'
import type { Response } from 'express'
import { icon, script, stylesheet } from '../styles'
import { Told } from './told'

/** The sheet, the icon and the one script, under names that change with their content: cached for a year. */
@Controller('assets')
export class AssetsController {
  @Told({
    summary: 'A file that pages name: the style sheet, the icon, the script',
    answers: {
      200: { media: ['text/css', 'image/svg+xml', 'text/javascript'], about: 'The file' },
    },
  })
  @Get(':name')
  asset(@Param('name') name: string, @Res() response: Response): void {
    const found = [stylesheet(), icon(), script()].find((asset) => asset.name === name)
    if (found === undefined) throw new NotFoundException()
    response.set('Cache-Control', 'public, max-age=31536000, immutable')
    response.type(name.split('.').at(-1) ?? 'txt').send(found.text)
  }
}
