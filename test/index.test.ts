import { describe, expect, it } from 'vitest'
import * as notat from '../src/index.js'
import * as node from '../src/node.js'
import * as pdf from '../src/render/pdf.js'
import { exampleFiles } from './example.js'

describe('the public names', () => {
  it('of notat', () => {
    expect(Object.keys(notat).sort()).toEqual([
      'NotatError',
      'agreement5',
      'applyAccepted',
      'audit',
      'auditDocument',
      'base',
      'changeOf',
      'claimsOf',
      'claimsOfText',
      'composeDocument',
      'count',
      'decompositionOf',
      'deriveFigures',
      'describeExplanation',
      'describeFinding',
      'describeProblem',
      'differenceOf',
      'distribution',
      'dontKnow',
      'explain',
      'figureById',
      'figureOf',
      'holm',
      'indexScore',
      'mean',
      'mergeTallies',
      'notReadIn',
      'nps',
      'numeric10',
      'numeric7',
      'parseProject',
      'printedPlaces',
      'projectSchema',
      'readClaims',
      'readDataset',
      'readText',
      'renderHtml',
      'satisfaction5',
      'score5',
      'share',
      'smiley4',
      'stopsBuild',
      'topTwoBox',
      'whyNoChange',
      'whyNoTotal',
      'yesNo',
    ])
  })

  it('of notat/pdf and notat/node', () => {
    expect(Object.keys(pdf)).toEqual(['renderPdf'])
    expect(Object.keys(node).sort()).toEqual(['buildProject', 'loadProject', 'writeOutputs'])
  })
})

it('a text is audited without a folder', async () => {
  const project = notat.parseProject(exampleFiles('biu-2024'))
  const figures = notat.deriveFigures(project.survey, await notat.readDataset(project))
  const words = 'På tilbuddene til akademikere er indekstallet faldet fra 80 til 84.'
  const text = await notat.readText({ name: 'notat.txt', bytes: new TextEncoder().encode(words) })
  const findings = notat.audit(figures, notat.claimsOfText(text, project.survey))
  const [found, ...others] = findings
  expect(others).toEqual([])
  expect(found).toMatchObject({
    kind: 'error',
    figure: 'change/indexScore/ac/2022-23..2023-24',
    found: { text: 'faldet' },
    changesConclusion: true,
  })
  expect(found?.consequences.map(({ check }) => check)).toEqual(['direction-word'])
})
