// Writes the workbooks of docs/vejledning.md: a table of the memo of 2024 typed as it was printed, periods merged over their columns,
// and one of the next year, whose numbers are made up.
import { mkdirSync, writeFileSync } from 'node:fs'
import { writeXlsx } from 'hucre/xlsx'

const value = 'Brugertilfredshed\n"Jeg er alt i alt tilfreds med forløbet"\n(indekstal)'
const rows = [
  ['Tabel 2: Oversigt over brugertilfredshed hos eksterne leverandører i perioden okt. 2022 – sep. 2023 samt okt. 2023 – sep. 2024'],
  [null, 'oktober 2022 - september 2023', null, 'oktober 2023 - september 2024', null],
  ['Indekstal er max 100. Indekstal 0 er ”helt uenig” og 100 er ”helt enig”', value, 'Antal svar', value, 'Antal svar'],
  ['Eksterne leverandører'],
  ['Brobygning til uddannelse for unge: For uddannelsesparate uddannelseshjælpsmodtagere', 83, 132, 81, 165],
  ["AC-tilbud: For AC'ere dvs. dagpengemodtagere med lang videregående uddannelse", 80, 613, 84, 485],
  ['Aktivitetsparate unge (under 30): For primært aktivitetsparate uddannelseshjælpsmodtagere', 87, 410, 88, 159],
  [
    'Aktivitetsparate voksne: For aktivitetsparate kontanthjælpsmodtagere, fleksjobvisiterede og borgere i ressourceforløb',
    '89*',
    377,
    '89*',
    437,
  ],
  ['Alle forløb undtagen mentor', 86, 183, 86, 251],
  ['Mentor', 91, 194, 92, 186],
  ['Aktive tilbud til sygemeldte: For primært sygedagpengemodtagere', 85, 436, 81, 509],
  ['Kilde: www.defgo.dk og www.borgerevaluering.dk.'],
  ['* Vægtet gennemsnit af kategoriens underopdelinger.'],
]
const merges = [1, 3].map((startCol) => ({ startRow: 1, startCol, endRow: 1, endCol: startCol + 1 }))

const madeUp = [
  [83, 158],
  [84, 502],
  [86, 171],
  ['90*', 448],
  [87, 239],
  [93, 209],
  [82, 488],
]
const nextYear = rows.map((cells, index) => {
  if (index === 0)
    return ['Tabel 2: Oversigt over brugertilfredshed hos eksterne leverandører i perioden okt. 2024 – sep. 2025 (opdigtede tal)']
  if (index === 1) return [null, 'oktober 2024 - september 2025', null]
  const numbers = madeUp[index - 4]
  return numbers ? [cells[0], ...numbers] : cells.slice(0, 3)
})

mkdirSync('docs/vejledning', { recursive: true })
const write = async (name, sheet) => writeFileSync(`docs/vejledning/${name}`, await writeXlsx({ sheets: [{ name: 'Tabel 2', ...sheet }] }))
await write('tabel-2.xlsx', { rows, merges })
await write('tabel-2-2025.xlsx', { rows: nextYear, merges: merges.slice(0, 1) })
