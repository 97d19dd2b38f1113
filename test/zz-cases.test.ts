import { readdirSync, writeFileSync } from 'node:fs'
import { test } from 'vitest'
import { build } from '../src/build.js'
import { loadProject } from '../src/node.js'
import { textOf } from './document/memo.js'
import { describeFinding } from '../src/audit/index.js'
import { locales } from '../src/locale/index.js'
const root = '/work/shared/cases'
const all = [...['examples/biu-2024', 'examples/made-up-answers'], ...['build/build-kun-andele','build/mean-only','build/build-svarprocent-af-alle','build/build-blandede-decimaler','figures/absent-subtree-kills-total','figures/hull-midpoint-as-total','figures/no-base-cannot-build','figures/mixed-decimals-fall','figures/no-group-in-common','figures/total-compared-over-different-groups','figures/rise-by-rounding-only','figures/largely-unchanged-though-known-fall','figures/unrounded-basis-ligesom','figures/only-dont-know-no-one-answered','figures/nothing-to-show-three-points','figures/accepted-more-answers-than-invited','figures/overlap-own-total-no-explanation','figures/own-sentence-called-contradiction','figures/decomposition-with-unknown-part','build/forty','read/year2-scale4'].map((c) => `${root}/${c}`)]
test('cases', async () => {
  for (const path of all) {
    const name = path.split('/').at(-1)
    try {
      const project = await loadProject(path)
      const result = await build(project, { formats: [] })
      const text = result.documents.map((d) => textOf(d)).join('\n')
      writeFileSync(`/tmp/w/sent-out/${name}.txt`, `${result.isStopped ? 'STOPPED ' : ''}${result.findings.map((f) => `${f.kind} ${f.scope} ${f.id}`).join('\n')}\n${text}`)
    } catch (e) {
      writeFileSync(`/tmp/w/sent-out/${name}.txt`, `ERR ${e} ${JSON.stringify(e.problems ?? e.stack, null, 1).slice(0, 1500)}`)
    }
  }
}, 300000)
