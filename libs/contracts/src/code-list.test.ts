// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { codeList, label } from './code-list'
import { codeListValues, type CodeListId } from './generated/code-lists'
import { schemas } from './generated/schemas'

const ids = Object.keys(codeListValues) as CodeListId[]
const treeIds = ids.filter((id) =>
  ['prefix', 'listed'].includes(codeListValues[id].hierarchy ?? ''),
)

describe('every code list', () => {
  it.each(ids)('%s has no code twice, and no alias, parent or member that leads nowhere', (id) => {
    const { codes, aliases = [], closed = false } = codeListValues[id]
    const known = new Set(codes.map(([code]) => code))
    expect(known.size).toBe(codes.length)
    const spellings = aliases.flatMap((group) => Object.entries(group.codes))
    expect(new Set(spellings.map(([alias]) => alias)).size).toBe(spellings.length)
    for (const [alias, code] of spellings) {
      expect([alias, known.has(alias), known.has(code)]).toEqual([alias, false, true])
    }
    for (const [code, text, more = {}] of codes) {
      expect(code).toMatch(closed ? /^[A-Za-z0-9_-]{1,32}$/ : /^[A-Z0-9_]{1,32}$/)
      expect(text.trim()).not.toBe('')
      const named = [...(more.members ?? []), ...(more.parent === undefined ? [] : [more.parent])]
      expect(named.filter((one) => !known.has(one))).toEqual([])
    }
  })

  it.each(treeIds)('%s is a tree: every way up ends, and every child names its parent', (id) => {
    const list = codeList(id)
    for (const code of list.codes) {
      expect(list.level(code)).toBeLessThan(8)
      const parent = list.parent(code)
      if (parent === undefined) continue
      expect(list.children(parent)).toContain(code)
      expect(list.contains(parent, code)).toBe(true)
      expect(list.contains(code, parent)).toBe(false)
    }
  })
})

describe('areas', () => {
  const areas = codeList('CL_AREA')

  it('are known by ISO 3166 in two and three letters, by M49, and by the letters of Eurostat', () => {
    for (const alias of ['EL', 'GRC', '300']) expect(areas.normalise(alias)).toBe('GR')
    for (const alias of ['UK', 'GBR', '826']) expect(areas.normalise(alias)).toBe('GB')
    expect([areas.aliasSource('EL'), areas.aliasSource('GR')]).toEqual(['Eurostat', undefined])
    expect([areas.normalise('XK'), areas.normalise('QQ')]).toEqual(['412', undefined])
  })

  it('of history keep their codes and have an end', () => {
    const historic = ['EX_YU', 'EX_SU', 'CZ_SK', 'SU', 'CS', 'YU', 'DD']
    const known = historic.map((code) => areas.normalise(code))
    expect(known).toEqual(['890', 'SU', 'CS', 'SU', 'CS', 'YU', 'DD'])
    expect([areas.validAt('SU', '1991-12-25'), areas.validAt('SU', '1991-12-26')]).toEqual([
      true,
      false,
    ])
    expect([areas.validAt('CZ', '1992-12-31'), areas.validAt('CZ', '1993-01-01')]).toEqual([
      false,
      true,
    ])
    expect(areas.validAt('BE', '1950-01-01')).toBe(true)
    expect(areas.validAt('QQ', '2020-01-01')).toBe(false)
  })

  it('lie in regions after M49, and in the aggregates whose members they are', () => {
    expect(areas.parent('EL')).toBe('039')
    expect(areas.parent('BE', ['001', 'EU27_2020', 'BE'])).toBe('001')
    expect(areas.level('BE')).toBe(4)
    expect(areas.children('EU27_2020')).toHaveLength(27)
    expect(areas.children('EU28')).toHaveLength(28)
    expect([areas.contains('EU27_2020', 'UK'), areas.contains('EU28', 'UK')]).toEqual([false, true])
    expect(areas.contains('_T', 'BE')).toBe(true)
    expect(areas.contains('_T', 'EU28')).toBe(false)
  })

  it('at hand stand below the next one that is at hand', () => {
    const atHand = ['_T', '_U', 'BE', 'DK', '155', 'EU28']
    expect(areas.children('_T', atHand)).toEqual(['_U', 'DK', '155'])
    expect(areas.children('EU28', atHand)).toEqual(['BE', 'DK'])
  })

  it('are found by the names that files give them', () => {
    const names = [
      'belgium',
      'Türkiye',
      'Turkey',
      'United Kingdom',
      'North Macedonia',
      'Czechia',
      "Côte d'Ivoire",
      'European Union - 27 countries (from 2020)',
    ]
    const codes = ['BE', 'TR', 'TR', 'GB', 'MK', 'CZ', 'CI', 'EU27_2020']
    expect(names.map((name) => areas.codeOfLabel(name))).toEqual(codes)
    expect(areas.codeOfLabel('Atlantis')).toBeUndefined()
  })
})

describe('classifications', () => {
  it('keep leading zeros and cannot be taken for each other', () => {
    expect(label('CL_OCCUPATION', 'OC0110')).toBe('Commissioned armed forces officers')
    expect(label('CL_ISCO88', '0110')).toBe('Armed forces')
    const both = codeList('CL_ISCO88').codes.filter(
      (code) => !code.startsWith('_') && codeList('CL_OCCUPATION').normalise(code) !== undefined,
    )
    expect(both).toEqual([])
    expect(codeList('CL_ISCO88').normalise('110')).toBeUndefined()
  })

  it('lead from the detailed code to the total', () => {
    const way = (id: CodeListId, code: string): readonly string[] => {
      const parent = codeList(id).parent(code)
      return parent === undefined ? [] : [parent, ...way(id, parent)]
    }
    expect(way('CL_OCCUPATION', 'OC2512')).toEqual(['OC251', 'OC25', 'OC2', '_T'])
    expect(way('CL_ISCO88', '0110')).toEqual(['011', '01', '0', '_T'])
    expect(way('CL_ACTIVITY_ISIC4', 'A0111')).toEqual(['A011', 'A01', 'A', '_T'])
    expect(way('CL_ISCED11', 'ED6')).toEqual(['ED5T8', '_T'])
    expect(way('CL_ICSE18', '41')).toEqual(['4', 'DEP', '_T'])
    expect(way('CL_SEX', '_U')).toEqual(['_T'])
    expect(way('CL_ISCO88', '_Z')).toEqual([])
  })

  it('have all groups of ISCO-88, and the sections of both revisions of ISIC', () => {
    const ofLength = (length: number): number =>
      codeList('CL_ISCO88').codes.filter((code) => /^\d+$/.test(code) && code.length === length)
        .length
    expect([1, 2, 3].map(ofLength)).toEqual([10, 28, 116])
    const sections = (id: CodeListId): string =>
      codeList(id)
        .codes.filter((code) => code.length === 1)
        .join('')
    expect(sections('CL_ACTIVITY_ISIC4')).toBe('ABCDEFGHIJKLMNOPQRSTU')
    expect(sections('CL_ACTIVITY_ISIC5')).toBe('ABCDEFGHIJKLMNOPQRSTUV')
  })

  it('are found by label: of a group that has one part of the same name, the group', () => {
    const sectors = codeList('CL_ACTIVITY_ISIC4')
    expect(sectors.codeOfLabel('Education')).toBe('P')
    expect(sectors.codeOfLabel('Activities of extraterritorial organisations and bodies')).toBe('U')
    expect(codeList('CL_SEX').codeOfLabel('FEMALES')).toBe('F')
  })
})

describe('ages', () => {
  const ages = codeList('CL_AGE')

  it('are known by their rule, in one spelling', () => {
    const codes = ['Y15T19', 'Y_GE65', 'Y_LT15', 'Y15', '_T']
    expect(codes.map((code) => label('CL_AGE', code))).toEqual([
      '15 to 19 years',
      '65 years or more',
      'under 15 years',
      '15 years',
      'Total',
    ])
    const others = ['Y0T14', 'Y_LT1', 'Y_GE0', 'TOTAL', 'UNK', 'Y15-19', 'Y19T15', 'Y_LT0']
    expect(others.map((code) => ages.normalise(code))).toEqual([
      'Y_LT15',
      'Y0',
      '_T',
      '_T',
      '_U',
      undefined,
      undefined,
      undefined,
    ])
    expect(ages.codeOfLabel('From 15 to 64 years')).toBe('Y15T64')
  })

  it('have the narrowest wider band as their parent, never one that overlaps', () => {
    const atHand = ['_T', '_U', 'Y_LT15', 'Y15T64', 'Y15T19', 'Y18T30', 'Y_GE65', 'Y_GE85']
    expect(ages.parent('Y15T19', atHand)).toBe('Y15T64')
    expect(ages.parent('Y85T89', atHand)).toBe('Y_GE85')
    expect(ages.parent('Y_GE85', atHand)).toBe('Y_GE65')
    expect(ages.parent('Y60T70', atHand)).toBe('_T')
    expect([ages.parent('Y15T19'), ages.parent('_T'), ages.parent('_Z')]).toEqual([
      '_T',
      undefined,
      undefined,
    ])
    expect(ages.children('_T', atHand)).toEqual(['_U', 'Y_LT15', 'Y15T64', 'Y_GE65'])
    expect(ages.children('Y15T64', atHand)).toEqual(['Y15T19', 'Y18T30'])
    expect([ages.level('_T'), ages.level('Y15'), ages.level('Y9T1')]).toEqual([0, 1, undefined])
  })
})

describe('the definition record', () => {
  const shared = schemas['migration-flow']['1.0.0'].$defs
  const { eventConcept, source, population, partnerConcept, ageDefinition, periodConvention } =
    shared.Definition.properties

  it.each([
    ['CL_EVENT_CONCEPT', eventConcept.enum],
    ['CL_SOURCE', source.enum],
    ['CL_POPULATION', population.enum],
    ['CL_PARTNER_CONCEPT', partnerConcept.enum],
    ['CL_AGE_DEFINITION', ageDefinition.enum],
    ['CL_PERIOD_CONVENTION', periodConvention.enum],
    ['CL_VALUE_STATUS', shared.valueStatus.enum],
    ['CL_FLOW_DIRECTION', shared.direction.enum],
    ['CL_BASIS', schemas['labour-market']['1.0.0'].$defs.basis.enum],
  ] as const)('has the codes of %s, and they all have a label', (id, values) => {
    expect(values).toEqual(codeList(id).codes)
  })
})

describe('children at hand', () => {
  it('never lie in each other, and none that lies inside is left without one of them above it', () => {
    const cases = fc.constantFrom(...treeIds).chain((id) => {
      const { codes } = codeList(id)
      return fc.record({
        id: fc.constant(id),
        code: fc.constantFrom(...codes),
        atHand: fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 40 }),
      })
    })
    fc.assert(
      fc.property(cases, ({ id, code, atHand }) => {
        const list = codeList(id)
        const children = list.children(code, atHand)
        for (const child of children) {
          expect(list.contains(code, child)).toBe(true)
          expect(children.filter((other) => list.contains(other, child))).toEqual([])
        }
        for (const inside of atHand.filter((one) => list.contains(code, one))) {
          const covered = children.some((one) => one === inside || list.contains(one, inside))
          expect(covered).toBe(true)
        }
      }),
    )
  })
})
