/** Made-up projects with few answers in many groups: trees, providers, two periods, several questions, several documents. */
import type { ProjectFiles } from '../../src/project.js'
import { seeded } from './seeded.js'

/** Answers of one atom to one question in one period: how many chose each option, in the order of `optionsOf`. */
export type Count = { period: string; atom: number; item: string; counts: readonly number[] }

export type SmallProject = {
  /** the project with other answers than its own */
  filesWith: (answers: readonly Count[]) => ProjectFiles
  files: ProjectFiles
  answers: readonly Count[]
  items: readonly SmallItem[]
  /** leaf × provider, '' for answers that name none */
  atoms: { segment: string; provider: string }[]
  /** of each group the leaves in it */
  leavesIn: ReadonlyMap<string, readonly string[]>
  /** of each leaf the periods it is measured in */
  periodsOf: ReadonlyMap<string, readonly string[]>
  /** by `period;leaf` how many were invited, where that is known */
  invited: ReadonlyMap<string, number>
  /** fewer invited than this are few; null where that is no rule */
  minimumInvited: number | null
}

export type SmallItem = { id: string; scale: 'agreement5' | 'yesNo' }

type Node = { id: string; parts: Node[]; periods: string[] }

const years = ['2023', '2024']
const options = { agreement5: ['Helt enig', 'Enig', 'Neutral', 'Uenig', 'Helt uenig', 'Ved ikke'], yesNo: ['Ja', 'Nej', 'Ved ikke'] }
const sizes = [0, 1, 2, 3, 4, 6, 9, 14, 25, 60]

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
  const periodsOf = new Map(leaves.map(({ id, periods }) => [id, periods]))
  const providers = Array.from({ length: among([0, 0, 2, 3]) }, (_, index) => ({
    id: `p${index}`,
    segments: leaves.filter(() => chance(0.7)).map(({ id }) => id),
  })).filter(({ segments }) => segments.length > 0)
  const atoms = leaves.flatMap(({ id: segment }) => {
    const inside = providers.filter(({ segments }) => segments.includes(segment)).map(({ id }) => id)
    return (inside.length > 0 ? inside : ['']).map((provider) => ({ segment, provider }))
  })
  const others: SmallItem[] = [
    { id: 'contact', scale: 'agreement5' },
    { id: 'job', scale: 'yesNo' },
  ]
  const items: SmallItem[] = [{ id: 'overall', scale: 'agreement5' }, ...others.filter(() => chance(0.4))]
  const answers = atoms.flatMap(({ segment }, atom) =>
    (periodsOf.get(segment) ?? []).flatMap((period) => {
      const size = among(sizes)
      return items.map(({ id: item, scale }): Count => {
        const counts = options[scale].map(() => 0)
        for (let answer = 0; answer < size; answer++) {
          const option = chance(0.04) ? counts.length - 1 : Math.floor(random() * random() * (counts.length - 1))
          counts[option] = (counts[option] ?? 0) + 1
        }
        return { period, atom, item, counts }
      })
    }),
  )
  const invited = chance(0.35)
    ? leaves.flatMap(({ id, periods }) =>
        periods.map((period) => {
          const own = answers.filter((each) => each.item === 'overall' && each.period === period && atoms[each.atom]?.segment === id)
          return `${period};${id};${total(own.flatMap(({ counts }) => counts)) + Math.floor(random() * random() * 20)}`
        }),
      )
    : []
  const minimumInvited = invited.length > 0 && chance(0.5) ? 10 : null
  const tree = ({ id, parts, periods }: Node): object => ({
    ...{ id, label: `Gruppe ${id}` },
    ...(parts.length > 0 ? { parts: parts.map(tree) } : {}),
    ...(periods.length < 2 ? { periods } : {}),
  })
  const fields = { date: '2025-02-03' }
  const project = {
    locale: among(['da', 'da', 'en']),
    sender: { organisation: 'Prøve Kommune' },
    survey: {
      title: 'Brugertilfredshed',
      ...(minimumInvited === null ? {} : { minimumInvited }),
      items: items.map(({ id, scale }) => ({ id, label: `Emne ${id}`, text: `Udsagn om ${id}.`, scale })),
      periods: years.map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31` })),
      segments: tree(root),
      providers: providers.map((provider) => ({ ...provider, label: `Leverandør ${provider.id}`, kind: 'external' })),
      ...(chance(0.3) ? { targets: [{ segment: 'g0', metric: 'indexScore', value: 70 }] } : {}),
    },
    documents: [
      { template: 'orientering', fields },
      { template: 'bilag-metode', attachedTo: 'orientering-2024', fields },
      ...['faktaark', 'undersoegelsesresume', 'erfaringsopsamling'].filter(() => chance(0.3)).map((template) => ({ template, fields })),
    ],
  }
  const filesWith = (given: readonly Count[]): ProjectFiles => ({
    'notat.yaml': JSON.stringify(project),
    'data/svar.csv': ['periode;målgruppe;leverandør;spørgsmål;svar;antal', ...given.flatMap(rowsOf)].join('\n'),
    ...(invited.length > 0 ? { 'data/inviterede.csv': ['periode;målgruppe;inviterede', ...invited].join('\n') } : {}),
  })
  const rowsOf = ({ period, atom, item, counts }: Count): string[] => {
    const { segment = '', provider = '' } = atoms[atom] ?? {}
    const scale = items.find(({ id }) => id === item)?.scale ?? 'agreement5'
    return counts.map((each, index) => [period, segment, provider, item, options[scale][index], each].join(';'))
  }
  const known = new Map(invited.map((row) => [row.split(';').slice(0, 2).join(';'), Number(row.split(';')[2])]))
  return { filesWith, files: filesWith(answers), answers, items, atoms, leavesIn, periodsOf, invited: known, minimumInvited }
}

export function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0)
}
