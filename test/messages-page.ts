/** docs/beskeder.md: what every message means and what to do about it, in the words of the locale; scripts/messages.mjs writes it. */
import type { ProblemCode, ProblemWording } from '../src/errors.js'
import { da } from '../src/locale/da.js'
import { type ProblemSubject, problemSubjects } from './locale/problem-examples.js'
import { sampleWords } from './locale/sample-words.js'

/** What to do where the message says all that can be said of one place. */
export const cures: Partial<Record<ProblemCode, string>> = {
  'mixed-scales': 'Giv spørgsmålene den samme skala, eller læg dem ikke sammen.',
  'more-problems': 'Ret de fejl, der er vist, og kør igen. Så vises resten.',
  'missing-key': 'Skriv nøglen det sted, der er nævnt. I notat.schema.json står, hvad den skal indeholde.',
  'wrong-kind': 'Se i notat.schema.json eller i et eksempel, hvordan det skrives. En liste skrives med - foran hver post.',
  'wrong-value': 'Se i notat.schema.json, hvilke værdier der kan stå.',
  'short-list': 'Skriv flere poster i listen, eller slet nøglen.',
  'small-number': 'Skriv et større tal, eller slet nøglen, så standarden gælder.',
  'reversed-period': 'Byt om på from og to, eller ret årstallet.',
  'too-many-columns': 'Slet de tomme kolonner til højre i regnearket, eller gem kun de kolonner, der skal bruges.',
  'missing-value': 'Udfyld feltet, eller slet rækken, hvis der ikke er noget tal.',
}

const titles: Readonly<Record<ProblemSubject, string>> = {
  labels: 'Navne og overskrifter',
  instruments: 'Skalaer og kommandoer',
  templates: 'Skabeloner og egne afsnit',
  folders: 'Mapper og filer',
  projects: 'notat.yaml',
  data: 'Regneark og andre datafiler',
}

export type ToldProblem = { code: ProblemCode; subject: ProblemSubject; message: string; cure: string }

/** Every problem as it is told in an example, and what is then to be done. */
export function toldProblems(): ToldProblem[] {
  return Object.entries(problemSubjects(sampleWords.da)).flatMap(([subject, examples]) =>
    Object.entries(examples).map(([key, calls]): ToldProblem => {
      const code = key as ProblemCode
      const word = da.problems[code] as (values: unknown) => ProblemWording
      const told = (calls as readonly unknown[]).map(word)
      const first = told.find(({ hint }) => hint) ?? told[0]
      return { code, subject: subject as ProblemSubject, message: first?.message ?? '', cure: first?.hint ?? cures[code] ?? '' }
    }),
  )
}

export function messagesPage(): string {
  const all = toldProblems()
  const order: readonly ProblemSubject[] = ['data', 'labels', 'projects', 'folders', 'templates', 'instruments']
  const chapters = order.map((subject) => {
    const own = all.filter((each) => each.subject === subject).sort((a, b) => a.message.localeCompare(b.message, 'da'))
    return `## ${titles[subject]}\n\n| Beskeden, fx | Gør sådan | Kode |\n|---|---|---|\n${own.map(rowOf).join('\n')}\n`
  })
  return `# Alle beskeder

Lavet af \`npm run messages\`; ret ikke i siden. Hver besked står med et eksempel på, hvad den siger, og hvad du gør ved den. Navne og tal i
eksemplerne er andre end dine. Foran beskeden skriver notat, hvor i dine filer det er galt. Koden står i svar til programmer
(\`--reporter json\`).

${chapters.join('\n')}`
}

function rowOf({ code, message, cure }: ToldProblem): string {
  return `| ${cell(message)} | ${cell(cure)} | \`${code}\` |`
}

function cell(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replaceAll('|', '\\|')
    .replace(/[<>*_]/g, (sign) => `\\${sign}`)
}
