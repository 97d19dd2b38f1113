// Turns what is not TypeScript into modules under src/assets/ (ignored by git), so that no renderer ever reads a file and a bundler needs no loader.
// Deterministic: the same files give the same modules, and a module that would not change is not written again.
import fs from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')
const base64 = (file) => fs.readFileSync(path.join(root, 'src/render/fonts', file)).toString('base64')
const text = (file) => fs.readFileSync(path.join(root, file), 'utf8')

const weights = [400, 600]
const fonts = Object.fromEntries(
  weights.map((weight) => [weight, { ttf: base64(`notat-sans-${weight}.ttf`), woff2: base64(`notat-sans-${weight}.woff2`) }]),
)

const templates = Object.fromEntries(
  (fs.existsSync(path.join(root, 'templates')) ? fs.readdirSync(path.join(root, 'templates')) : [])
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => [path.basename(file, '.md'), text(`templates/${file}`)]),
)

const stylesheet = fs.existsSync(path.join(root, 'src/render/style.css')) ? text('src/render/style.css') : ''

write('fonts', 'the fonts of src/render/fonts/ as base64: TTF for the PDF and for measuring, WOFF2 for HTML', [
  ['fonts', 'Record<400 | 600, { ttf: string; woff2: string }>', fonts],
])
write('templates', 'the files of templates/ by name', [['templates', 'Record<string, string>', templates]])
write('stylesheet', 'src/render/style.css', [['stylesheet', 'string', stylesheet]])

function write(name, what, constants) {
  const file = path.join(root, 'src/assets', `${name}.ts`)
  const lines = constants.map(([id, type, value]) => `export const ${id}: ${type} = ${JSON.stringify(value, null, 2)}\n`)
  const content = `/** Made by scripts/assets.mjs: ${what}. */\n${lines.join('')}`
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === content) return
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(`${file}.new`, content)
  fs.renameSync(`${file}.new`, file)
}
