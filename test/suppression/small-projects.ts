/** Made-up projects with few answers in many groups: trees, providers, two periods, several questions, two documents. */
import type { ProjectFiles } from '../../src/project.js'
import { seeded } from './seeded.js'

export type SmallProject = {
  files: ProjectFiles
  /** leaf × provider, '' for answers that name none */
  atoms: { segment: string; provider: string }[]
  /** of each group the leaves in it */
  leavesIn: ReadonlyMap<string, readonly string[]>
  /** of each leaf the periods it is measured in */
  periodsOf: ReadonlyMap<string, readonly string[]>
}

type Node = { id: string; parts: Node[]; periods: string[] }

const years = ['2023', '2024']
const options = ['Helt enig', 'Enig', 'Neutral', 'Uenig', 'Helt uenig', 'Ved ikke']

export function smallProject(seed: number): SmallProject {
  const random = seeded(seed)
  const chance = (of: number) => random() < of
  const among = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  let count = 0
  const grow = (depth: number): Node => {
    const id = `g${count++}`
    const parts = depth > 0 && count < 9 ? Array.from({ length: among([2, 2, 3]) }, () => grow(chance(0.5) ? 0 : depth - 1)) : []
    return { id, parts, periods: parts.length === 0 && id !== 'g1' && chance(0.12) ? ['2024'] : years }
  }
  const root = grow(2)
  const nodesUnder = (node: Node): Node[] => [node, ...node.parts.flatMap(nodesUnder)]
  const nodes = nodesUnder(root)
  const leaves = nodes.filter(({ parts }) => parts.length === 0)
  const leavesIn = new Map(nodes.map((node) => [node.id, nodesUnder(node).flatMap(({ id, parts }) => (parts.length === 0 ? [id] : []))]))
  const providers = Array.from({ length: among([0, 0, 2, 3]) }, (_, index) => ({
    id: `p${index}`,
    segments: leaves.filter(() => chance(0.7)).map(({ id }) => id),
  })).filter(({ segments }) => segments.length > 0)
  const atoms = leaves.flatMap(({ id: segment }) => {
    const inside = providers.filter(({ segments }) => segments.includes(segment)).map(({ id }) => id)
    return (inside.length > 0 ? inside : ['']).map((provider) => ({ segment, provider }))
  })
  const items = chance(0.5) ? ['overall'] : ['overall', 'contact']
  const sizes = [0, 1, 2, 3, 4, 6, 9, 14, 25, 60]
  const rows = atoms.flatMap(({ segment, provider }) =>
    (leaves.find(({ id }) => id === segment)?.periods ?? []).flatMap((period) => {
      const size = among(sizes)
      return items.flatMap((item) => {
        const counts = options.map(() => 0)
        for (let answer = 0; answer < size; answer++) {
          const option = chance(0.04) ? 5 : Math.floor(random() * random() * 5)
          counts[option] = (counts[option] ?? 0) + 1
        }
        return options.map((option, index) => [period, segment, provider, item, option, counts[index]].join(';'))
      })
    }),
  )
  const tree = ({ id, parts, periods }: Node): object => ({
    ...{ id, label: `Gruppe ${id}` },
    ...(parts.length > 0 ? { parts: parts.map(tree) } : {}),
    ...(periods.length < 2 ? { periods } : {}),
  })
  const project = {
    locale: 'da',
    sender: { organisation: 'Prøve Kommune' },
    survey: {
      title: 'Brugertilfredshed',
      items: items.map((id) => ({ id, label: `Emne ${id}`, text: `Udsagn om ${id}.`, scale: 'agreement5' })),
      periods: years.map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31` })),
      segments: tree(root),
      providers: providers.map((provider) => ({ ...provider, label: `Leverandør ${provider.id}`, kind: 'external' })),
    },
    documents: [
      { template: 'orientering', fields: { date: '2025-02-03' } },
      { template: 'bilag-metode', attachedTo: 'orientering-2024', fields: { date: '2025-02-03' } },
    ],
  }
  const data = ['periode;målgruppe;leverandør;spørgsmål;svar;antal', ...rows].join('\n')
  return {
    files: { 'notat.yaml': JSON.stringify(project), 'data/svar.csv': data },
    atoms,
    leavesIn,
    periodsOf: new Map(leaves.map(({ id, periods }) => [id, periods])),
  }
}
