/**
 * Document → HTML: one self-contained file that needs no script and no network. A rule per block and per inline; what
 * the rules make is a tree (hast), so that data can never become markup. The style sheet is style.css; its colours
 * come from the theme.
 *
 * Every printed figure is `<data class="figure" value="84.3441…"
 * data-figure="indexScore/external/2023-24">84</data>`: digits only, `value` as in the document's figures. Around it
 * stands a link to the annex, where the figure's id is the anchor of its explanation; browsers open the closed
 * details they find it in.
 */

import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Block, Document, Note } from '../document/blocks.js'
import { wordedIn } from '../errors.js'
import { checkHanded } from '../handed.js'
import { type LocaleId, localeAskedFor, locales } from '../locale/index.js'
import { append } from '../long-lists.js'
import { heard, inSteps, type Steps } from '../steps.js'
import { drawChart } from './chart.js'
import { checkGiven } from './given.js'
import { annex } from './html/annex.js'
import { renderBlock } from './html/blocks.js'
import { referenceId, renderInlines } from './html/inlines.js'
import { onLines, type Rendering, written } from './html/rendering.js'
import { colours, fontFaces, pageFooter } from './html/style.js'
import { type Hyphenate, loadHyphenation } from './hyphenation.js'

/**
 * `signal`: it is stopped when it aborts, and rejects with its reason. `locale`: of what is said of problems; default
 * the document's own.
 */
export type RenderOptions = { signal?: AbortSignal | undefined; locale?: LocaleId | undefined }

/**
 * The memo as one HTML file. The same document gives the same bytes. Throws `NotatError` `internal` for a tree that
 * does not hold together.
 */
export async function renderHtml(document: Document, options: RenderOptions = {}): Promise<string> {
  checkHanded({ document, survey: document?.survey, options })
  const { signal, locale } = options
  return wordedIn(localeAskedFor(locale), () => htmlOf(document, signal))
}

async function htmlOf(document: Document, signal: AbortSignal | undefined): Promise<string> {
  checkGiven(document)
  await heard(signal)
  const [{ fonts }, { stylesheet }, hyphenate] = await Promise.all([
    import('../assets/fonts.js'),
    import('../assets/stylesheet.js'),
    loadHyphenation(document),
  ])
  const drawings = await drawCharts(document.blocks, hyphenate, signal)
  const css = [fontFaces(fonts), colours(), stylesheet.trim(), pageFooter(document.footer)].join('\n')
  const page: Root = { type: 'root', children: [{ type: 'doctype' }, await inSteps(pageOf(document, css, drawings, hyphenate), signal)] }
  await heard(signal)
  return `${toHtml(page, { allowDangerousHtml: true })}\n`
}

type Drawings = Rendering['drawings']

async function drawCharts(blocks: Block[], hyphenate: Hyphenate, signal: AbortSignal | undefined): Promise<Drawings> {
  const drawn = new Map<string, [wide: string, narrow: string]>()
  for (const chart of blocks.filter((block) => block.type === 'chart')) {
    const svgs: string[] = []
    for (const size of ['wide', 'narrow'] as const) {
      await heard(signal)
      svgs.push((await drawChart(chart, size, { hyphenate })).svg)
    }
    drawn.set(chart.id, svgs as [wide: string, narrow: string])
  }
  return drawn
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"

function* pageOf(document: Document, css: string, drawings: Drawings, hyphenate: Hyphenate): Steps<Element> {
  const { render: words, language } = locales[document.locale]
  const figures = new Map(document.figures.map((figure) => [figure.id, figure]))
  const rendering: Rendering = {
    document,
    words,
    figures,
    drawings,
    hyphenate,
    seenNotes: new Set(),
    seenFigures: new Set(),
    isInLink: false,
  }
  // In this order: the annex explains what has been printed before it.
  const content: ElementContent[] = []
  for (const block of document.blocks) {
    yield
    content.push(written(renderBlock(block, rendering)))
  }
  append(content, [...endNotes(document.notes, rendering), ...(yield* annex(rendering))].map(written))
  return h('html', { lang: language }, [
    ...onLines([
      h(
        'head',
        onLines([
          h('meta', { charSet: 'utf-8' }),
          h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          h('meta', { name: 'dcterms.date', content: document.date }),
          h('title', document.title),
          h('style', css),
        ]),
      ),
      h(
        'body',
        onLines([
          letterhead(document),
          ...(document.margin.length > 0 ? [marginColumn(document, words)] : []),
          h('main', onLines(content)),
          pageEnd(document),
        ]),
      ),
    ]),
  ])
}

function letterhead({ sender, kind, title }: Document): Element {
  const organisation = h('b', sender.organisation)
  return h(
    'header',
    { class: 'letterhead' },
    onLines([
      h('p', { class: 'sender' }, sender.administration === null ? [organisation] : [organisation, ' ', sender.administration]),
      h('p', { class: 'kind' }, kind),
      h('h1', title),
    ]),
  )
}

/**
 * Beside the text on wide screens and paper, between title and text on phones. Entries without a label are the
 * address.
 */
function marginColumn({ margin }: Document, words: Rendering['words']): Element {
  const lines = (texts: string[]) => texts.flatMap((line, i) => (i === 0 ? [line] : [h('br'), line]))
  const entries = margin.flatMap(({ label, lines: texts }) => (label === null ? [] : [h('div', [h('dt', label), h('dd', lines(texts))])]))
  const addresses = margin.flatMap(({ label, lines: texts }) => (label === null ? [h('address', lines(texts))] : []))
  return h(
    'aside',
    { class: 'margin', ariaLabel: words.caseDetails },
    onLines([...(entries.length > 0 ? [h('dl', onLines(entries))] : []), ...addresses]),
  )
}

function pageEnd({ footer, footerDetail }: Document): Element {
  return h('footer', { class: 'page-end' }, [h('span', footer), ...(footerDetail === null ? [] : [h('span', footerDetail)])])
}

function endNotes(notes: Note[], rendering: Rendering): Element[] {
  if (notes.length === 0) return []
  const items = notes.map(({ id, mark, children }) => {
    const back = rendering.seenNotes.has(id)
      ? [' ', h('a', { class: 'back', href: `#${referenceId(id)}`, ariaLabel: rendering.words.backToText }, '↑')]
      : []
    return h('li', { id }, [h('span', { class: 'mark' }, mark), h('p', [...renderInlines(children, rendering), ...back])])
  })
  return [h('section', { class: 'end-notes', ariaLabel: rendering.words.notes }, h('ol', { role: 'list' }, onLines(items)))]
}
