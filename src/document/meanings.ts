/**
 * What every word of templates gives, what it means, and an example of it: the check of templates and
 * docs/template-names.md are made of this. A word, an attribute or a state without a meaning does not compile.
 *
 * Examples are printed standing in the whole of `examples/made-up-answers`, to which a benchmark, an explanation, a
 * field and the name `firstPart: (parts limit=1)` are added; a test runs them all.
 */
import type { MetricId } from '../metrics.js'
import type { Kind } from './check.js'
import type { Standing } from './standing.js'
import type { blockNames, Value } from './template.js'

export type Meaning = { means: string; example: string }
/** `gives`: what the check takes it for, `?` behind it where it may be absent. */
export type Giving = Meaning & { gives: Kind }

const metrics: Record<MetricId, Giving> = {
  indexScore: { gives: 'number', means: 'The mean of the answers as points from 0 to 100.', example: '{{indexScore "external"}}' },
  mean: { gives: 'number', means: 'The mean of the answers on the scale itself.', example: '{{mean unit=false}}' },
  share: {
    gives: 'number',
    means: 'The share of answers that are some of the options, in per cent.',
    example: '{{share options="positive"}}',
  },
  topTwoBox: { gives: 'number', means: 'The share that chose one of the two best options, in per cent.', example: '{{topTwoBox}}' },
  count: { gives: 'number', means: 'How many chose some of the options.', example: '{{count options="agree"}}' },
  base: { gives: 'number', means: 'How many answers a number is made of.', example: '{{base "unge"}}' },
  dontKnow: { gives: 'number', means: 'How many answered “don’t know”, who count in no number.', example: '{{dontKnow}}' },
  invited: { gives: 'number', means: 'How many were asked.', example: '{{invited "internal"}}' },
  nps: {
    gives: 'number',
    means: 'The net promoter score: promoters less detractors in per cent of the answers, on a scale from 0 to 10.',
    example: '{{nps}}',
  },
  responseRate: { gives: 'number', means: 'How many of those asked have answered, in per cent.', example: '{{responseRate "internal"}}' },
}

/** The words of every template. */
export const meanings = {
  ...metrics,
  // nouns
  survey: { gives: 'survey', means: 'The survey that all numbers are from.', example: '{{survey.title}}' },
  respondents: { gives: 'respondents', means: 'Those who answer.', example: '{{respondents.many}}' },
  invitees: {
    gives: 'invitees?',
    means: 'What the response rate is a share of, where it is not the respondents.',
    example: '{{#if invitees}}{{responseRate}} of {{invitees.definite}}{{else}}people were invited{{/if}}',
  },
  whole: { gives: 'segment', means: 'The segment that all others are parts of.', example: '{{whole.short}}' },
  segment: {
    gives: 'segment',
    means: 'The current group, or the one with the id given: text in quotation marks, or a field.',
    example: '{{#with (segment "unge")}}{{segment.phrase}}{{/with}}',
  },
  provider: {
    gives: 'provider?',
    means: 'The current provider, or the one with the id given: text in quotation marks, or a field.',
    example: '{{#each (providers limit=1)}}{{provider.label}}{{/each}}',
  },
  item: {
    gives: 'item',
    means: 'The current question, or the one with the id given.',
    example: '{{#with (item "contact")}}{{item.label}}{{/with}}',
  },
  period: { gives: 'period', means: 'The current period, or the one with the id given.', example: '{{period.name}}' },
  previous: {
    gives: 'period?',
    means: 'The period that changes lead from, where there is one.',
    example: '{{#if previous}}{{previous.name}}{{/if}}',
  },
  option: {
    gives: 'option?',
    means: 'The current answer, inside the list of options.',
    example: '{{#each (options limit=1)}}{{option.label}}{{/each}}',
  },
  benchmark: {
    gives: 'benchmark?',
    means: 'The current number of somebody else, inside the list of benchmarks.',
    example: '{{#each benchmarks}}{{benchmark.label}}{{/each}}',
  },
  target: {
    gives: 'target?',
    means: 'The current target, inside the list of targets; elsewhere the target of the number told there, where it has one.',
    example: '{{#each targets}}{{target.value}}{{/each}}',
  },
  theme: {
    gives: 'theme?',
    means: 'What comments are about, inside the list of themes.',
    example: '{{#each themes}}{{theme.label}}{{else}}none{{/each}}',
  },
  measure: { gives: 'measure', means: 'The words for the number that the item is told in.', example: '{{measure.definite}}' },
  common: {
    gives: 'common?',
    means: 'The groups that both periods measure, where those are others than the total’s own.',
    example: '{{#with common}}{{size common.leftOut}}{{else}}both periods measure all groups{{/with}}',
  },
  decomposition: {
    gives: 'decomposition?',
    means: 'What the change of a total is made of, where it can be known.',
    example: '{{#with decomposition}}{{decomposition.within}}{{else}}no contribution{{/with}}',
  },
  this: { gives: 'text', means: 'A line of a field that is a list.', example: '{{#each remarks}}{{this}}{{/each}}' },

  // lists
  parts: { gives: 'list segment', means: 'The parts of the current segment.', example: '{{list parts}}' },
  below: { gives: 'list segment', means: 'All segments below the current one, each ahead of its parts.', example: '{{size below}}' },
  segments: { gives: 'list segment', means: 'The current segment and all below it.', example: '{{size segments}}' },
  leaves: { gives: 'list segment', means: 'The segments without parts.', example: '{{list leaves}}' },
  items: { gives: 'list item', means: 'The questions.', example: '{{list items}}' },
  outcomes: { gives: 'list item', means: 'The questions whose answers are facts that are counted.', example: '{{size outcomes}}' },
  providers: { gives: 'list provider', means: 'The providers of the current segment.', example: '{{list (providers of="unge")}}' },
  options: { gives: 'list option', means: 'The answers that the question allows.', example: '{{list (options counted=true)}}' },
  themes: {
    gives: 'list theme',
    means:
      'What comments are about: the options of the current item where several may be ticked, else all that have a valence or quotations.',
    example: '{{#each themes}}{{theme.label}} ({{count}}) {{else}}no themes{{/each}}',
  },
  periods: { gives: 'list period', means: 'All periods up to the document’s own, the earliest first.', example: '{{list periods}}' },
  compared: { gives: 'list period', means: 'The previous period and the document’s own, or the only one.', example: '{{list compared}}' },
  benchmarks: { gives: 'list benchmark', means: 'Numbers of others that the survey may be compared with.', example: '{{size benchmarks}}' },
  alike: {
    gives: 'list segment',
    means: 'Those that standout left out because they have the same number as the one that is told.',
    example: '{{#each (standout parts)}}{{size alike}} {{/each}}',
  },
  these: {
    gives: 'list',
    means: 'Things and lists as one list; also narrows a list that has a name.',
    example: '{{list (these whole parts)}}',
  },
  standout: {
    gives: 'list',
    means: 'What deserves a sentence: all where they are few, else the whole, the greatest rises and the greatest falls.',
    example: '{{list (standout whole parts)}}',
  },

  // numbers
  result: { gives: 'number', means: 'The number that the item is told in: an index, a mean or a share.', example: '{{result}}' },
  change: { gives: 'change', means: 'How much the result has moved since the previous period, without its sign.', example: '{{change}}' },

  difference: {
    gives: 'difference',
    means: 'How far the result is from a benchmark, a target, the middle of the scale or another group.',
    example: '{{difference to="kommuner"}}',
  },
  midpoint: { gives: 'number', means: 'The middle of the scale.', example: '{{midpoint}}' },
  compare: {
    gives: 'comparison?',
    means: 'The members of a list compared with somebody’s numbers; absent where none can be.',
    example: '{{#with (compare items to="kommuner")}}{{size comparison.above}}{{/with}}',
  },
  comparison: {
    gives: 'comparison?',
    means: 'The current comparison, inside its with.',
    example: '{{#with (compare items to="kommuner")}}{{list comparison.above}}{{/with}}',
  },
  targets: {
    gives: 'list target',
    means:
      'The targets of the current group and all below it. Inside the list, the group and the question of the target are the current ones.',
    example: '{{size targets}}',
  },

  // asking
  is: {
    gives: 'truth',
    means: 'Whether a state can be said of a number, a list or a noun.',
    example: '{{#if (is change "fall")}}fallen{{else}}not fallen{{/if}}',
  },
  same: {
    gives: 'truth',
    means:
      'Whether two numbers are printed alike, or two nouns or texts are the same. A list of one counts as its member, any other as nothing.',
    example: '{{#if (same result (result period=previous))}}the same{{else}}another number{{/if}}',
  },
  more: {
    gives: 'truth',
    means: 'Whether the first number is printed greater than the second; of shares in words, whether it must be.',
    example: '{{#if (more (base "internal") (base "external"))}}more internal{{else}}more external{{/if}}',
  },
  atLeast: {
    gives: 'truth',
    means: 'Whether a list has that many members or more.',
    example: '{{#if (atLeast parts 2)}}several groups{{/if}}',
  },
  and: {
    gives: 'truth',
    means: 'Whether all that follows is true: a number is where it is known, a list where it has members.',
    example: '{{#if (and previous change)}}there is a change{{/if}}',
  },
  or: { gives: 'truth', means: 'Whether any of what follows is true.', example: '{{#if (or result base)}}there are numbers{{/if}}' },
  not: { gives: 'truth', means: 'Whether what follows is not true.', example: '{{#if (not explanation)}}no explanation{{/if}}' },

  // words
  size: { gives: 'text', means: 'How many members a list has, in words up to ten.', example: '{{size providers}}' },
  counted: { gives: 'text', means: 'How many members a list has, with what they are.', example: '{{counted (parts of="external")}}' },
  howMany: {
    gives: 'text',
    means: 'How many of the list they were taken from.',
    example: '{{#with (compare items to="kommuner")}}{{howMany comparison.above}}{{/with}}',
  },
  plural: { gives: 'text', means: 'The first text where there is one, else the second.', example: '{{plural parts "group" "groups"}}' },
  list: { gives: 'text', means: 'The names of a list’s members in a sentence.', example: '{{list options join="eller"}}' },
  why: {
    gives: 'text',
    means: 'A sentence on why a number is not there; nothing where it is.',
    example: '{{why (result "kommuner" period=previous)}}',
  },
  verdict: {
    gives: 'text',
    means: 'A sentence on how sure a change is; nothing where nothing has moved.',
    example: '{{#each parts}}{{verdict change}} {{/each}}',
  },
  explanation: {
    gives: 'text',
    means: 'The author’s own words on the current group, from notat.yaml; nothing where there are none.',
    example: '{{#with (segment "internal")}}{{explanation}}{{/with}}',
  },
  attachment: {
    gives: 'attachment?',
    means: 'The current attachment, or the one with the id or the template given.',
    example: '{{#each attachments}}{{attachment.label}}{{else}}none{{/each}}',
  },
  attachments: { gives: 'list attachment', means: 'The documents that are attached to this one.', example: '{{size attachments}}' },
  scales: { gives: 'list item', means: 'Of each scale and measure the first question.', example: '{{size scales}}' },
  sameScale: {
    gives: 'list item',
    means: 'The questions with the scale and measure of the current one.',
    example: '{{size sameScale}}',
  },
} satisfies Record<string, Giving>
export type WordName = keyof typeof meanings

/** Words that a document adds to those of every template. */
export const documentMeanings = {
  sender: { gives: 'sender', means: 'Who sends the document.', example: '{{sender.organisation}}' },
  memo: { gives: 'memo', means: 'What the document can say of its own numbers.', example: '{{#if memo.tested}}{{memo.tested}}{{/if}}' },
  approximate: {
    gives: 'approximate?',
    means: 'A number that rounding leaves open, inside memo.approximate.',
    example: '{{#each memo.approximate}}{{approximate.name}}{{else}}none{{/each}}',
  },
  finding: {
    gives: 'finding?',
    means: 'A contradiction that the project has accepted, inside memo.accepted.',
    example: '{{#each memo.accepted}}{{finding.reason}}{{else}}none{{/each}}',
  },
  typedNumber: {
    gives: 'typedNumber?',
    means: 'A number typed by hand, inside memo.typed.',
    example: '{{#each memo.typed}}{{typedNumber.number}}{{/each}}',
  },
  records: {
    gives: 'list record',
    means: 'Surveys of others that the project tells of.',
    example: '{{#each records}}{{record.label}}{{else}}none{{/each}}',
  },
  record: {
    gives: 'record?',
    means: 'The current survey of others, inside the list of records, or the one with the id given.',
    example: '{{#each records}}{{record.label}}{{else}}none{{/each}}',
  },
  written: {
    gives: 'truth',
    means: 'Whether the project words a section itself.',
    example: '{{#if (written "about")}}its own{{else}}the template’s{{/if}}',
  },
  typed: {
    gives: 'text',
    means: 'A number that is not computed, and where it is from.',
    example: '{{typed "12.000" source="DREAM, 7. august 2023"}}',
  },
  table: {
    gives: 'block',
    means: 'A table that the front matter declares; in a condition whether it has anything to show, which must be asked.',
    example: '{{#if (table "groups")}}{{table "groups"}}{{/if}}',
  },
  chart: {
    gives: 'block',
    means: 'A chart that the front matter declares; in a condition whether it has anything to show, which must be asked.',
    example: '{{#if (chart "moved")}}{{chart "moved"}}{{/if}}',
  },
  reference: { gives: 'text', means: 'The number of a table or a chart that stands in the document.', example: '{{reference "groups"}}' },
} satisfies Record<string, Giving>
export type DocumentWordName = keyof typeof documentMeanings

/** The attributes of each noun. */
export const nounMeanings = {
  survey: {
    title: { gives: 'text', means: 'Its title.', example: '{{survey.title}}' },
    topic: { gives: 'text', means: 'What it is about, as it stands in a sentence.', example: '{{survey.topic}}' },
    credit: { gives: 'text?', means: 'Where its answers are from.', example: '{{#if survey.credit}}{{survey.credit}}{{/if}}' },
    minimumBase: { gives: 'text', means: 'How many answers a number must have to be shown.', example: '{{survey.minimumBase}}' },
    minimumBaseForChange: {
      gives: 'text',
      means: 'How many answers both periods must have for a change to be tested.',
      example: '{{survey.minimumBaseForChange}}',
    },
  },
  respondents: {
    one: { gives: 'text', means: 'One of them.', example: '{{respondents.one}}' },
    many: { gives: 'text', means: 'Several of them.', example: '{{respondents.many}}' },
    definite: { gives: 'text', means: 'All of them, in the definite form.', example: '{{respondents.definite}}' },
    possessive: { gives: 'text', means: 'What is theirs.', example: '{{respondents.possessive}} answers' },
  },
  invitees: {
    one: { gives: 'text', means: 'One of them.', example: '{{#if invitees}}{{invitees.one}}{{else}}people{{/if}}' },
    many: { gives: 'text', means: 'Several of them.', example: '{{#if invitees}}{{invitees.many}}{{else}}people{{/if}}' },
    definite: {
      gives: 'text',
      means: 'All of them, in the definite form.',
      example: '{{#if invitees}}{{invitees.definite}}{{else}}people{{/if}}',
    },
  },
  segment: {
    id: { gives: 'text', means: 'Its id in notat.yaml.', example: '{{segment.id}}' },
    label: { gives: 'text', means: 'Its whole name, as in tables.', example: '{{segment.label}}' },
    short: { gives: 'text', means: 'Its short name.', example: '{{segment.short}}' },
    detail: {
      gives: 'text?',
      means: 'A line under its name.',
      example: '{{#with (segment "sygemeldte")}}{{#if segment.detail}}{{segment.detail}}{{/if}}{{/with}}',
    },
    phrase: { gives: 'text', means: 'It as it stands in a sentence.', example: '{{segment.phrase}}' },
    about: { gives: 'text', means: 'It after the preposition that suits it.', example: '{{segment.about}}' },
  },
  provider: {
    id: { gives: 'text', means: 'Its id in notat.yaml.', example: '{{#each (providers limit=1)}}{{provider.id}}{{/each}}' },
    label: { gives: 'text', means: 'Its name.', example: '{{#each (providers limit=1)}}{{provider.label}}{{/each}}' },
  },
  item: {
    id: { gives: 'text', means: 'Its id in notat.yaml.', example: '{{item.id}}' },
    label: { gives: 'text', means: 'Its name, as in tables.', example: '{{item.label}}' },
    inText: { gives: 'text', means: 'Its name as it stands in a sentence.', example: '{{item.inText}}' },
    counted: {
      gives: 'text?',
      means: 'Several of what is counted where its answers are facts.',
      example: '{{#if item.counted}}{{item.counted}}{{else}}opinions{{/if}}',
    },
    countedOne: {
      gives: 'text?',
      means: 'One of what is counted where its answers are facts.',
      example: '{{#if item.countedOne}}{{item.countedOne}}{{else}}opinions{{/if}}',
    },
    positive: {
      gives: 'text?',
      means: 'What those say who answered in favour: finishes “… answered that they …”.',
      example: '{{#if item.positive}}{{item.positive}}{{else}}agree{{/if}}',
    },
    negative: {
      gives: 'text?',
      means: 'What those say who answered against.',
      example: '{{#if item.negative}}{{item.negative}}{{else}}disagree{{/if}}',
    },
    askedOf: {
      gives: 'text?',
      means: 'Those who were asked, where that was not everybody.',
      example: '{{#if item.askedOf}}{{item.askedOf}}{{else}}everybody{{/if}}',
    },
    asked: { gives: 'text', means: 'What was asked, as a statement or a question.', example: '{{item.asked}}' },
    breakReason: {
      gives: 'text?',
      means: 'Why the two periods cannot be compared, where it was asked in another way.',
      example: '{{#if item.breakReason}}{{item.breakReason}}{{else}}no break{{/if}}',
    },
    bestTwo: { gives: 'text?', means: 'Its two best answers.', example: '{{#if item.bestTwo}}{{item.bestTwo}}{{/if}}' },
    dontKnow: { gives: 'text?', means: 'What its “don’t know” is called.', example: '{{#if item.dontKnow}}{{item.dontKnow}}{{/if}}' },
  },
  period: {
    id: { gives: 'text', means: 'Its id.', example: '{{period.id}}' },
    name: { gives: 'text', means: 'Its name in a sentence.', example: '{{period.name}}' },
    during: { gives: 'text', means: 'When it was.', example: '{{period.during}}' },
    years: { gives: 'text', means: 'Its years.', example: '{{period.years}}' },
    range: { gives: 'text', means: 'Its first and last month.', example: '{{period.range}}' },
    short: { gives: 'text', means: 'Its name as the head of a column.', example: '{{period.short}}' },
    fromTo: { gives: 'text', means: 'From when to when it was.', example: '{{period.fromTo}}' },
  },
  option: {
    label: { gives: 'text', means: 'The answer.', example: '{{#each (options limit=1)}}{{option.label}}{{/each}}' },
    quoted: { gives: 'text', means: 'The answer in quotation marks.', example: '{{#each (options limit=1)}}{{option.quoted}}{{/each}}' },
    value: {
      gives: 'text?',
      means: 'What it counts as in the item’s number.',
      example: '{{#each (options counted=true)}}{{#if option.value}}{{option.value}} {{/if}}{{/each}}',
    },
  },
  benchmark: {
    id: { gives: 'text', means: 'Its id in notat.yaml.', example: '{{#each benchmarks}}{{benchmark.id}}{{/each}}' },
    label: { gives: 'text', means: 'Its name.', example: '{{#each benchmarks}}{{benchmark.label}}{{/each}}' },
    phrase: { gives: 'text', means: 'It as it stands in a sentence.', example: '{{#each benchmarks}}{{benchmark.phrase}}{{/each}}' },
  },
  theme: {
    label: { gives: 'text', means: 'Its name.', example: '{{#each themes}}{{theme.label}}{{else}}none{{/each}}' },
    inText: {
      gives: 'text',
      means: 'Its name as it stands in a sentence.',
      example: '{{#each themes}}{{theme.inText}}{{else}}none{{/each}}',
    },
    quotations: {
      gives: 'list line',
      means: 'What was written, word for word: only what the project has cleared.',
      example: '{{#each themes}}{{#each theme.quotations}}“{{this}}”{{/each}}{{else}}none{{/each}}',
    },
  },
  attachment: {
    id: { gives: 'text', means: 'Its id.', example: '{{#each attachments}}{{attachment.id}}{{else}}none{{/each}}' },
    label: { gives: 'text', means: 'Its number: “bilag 1”.', example: '{{#each attachments}}{{attachment.label}}{{else}}none{{/each}}' },
    title: { gives: 'text', means: 'Its title.', example: '{{#each attachments}}{{attachment.title}}{{else}}none{{/each}}' },
  },
  target: {
    value: { gives: 'text', means: 'The number to reach.', example: '{{#each targets}}{{target.value}}{{/each}}' },
    measure: { gives: 'text', means: 'What the number is.', example: '{{#each targets}}{{target.measure}}{{/each}}' },
    result: { gives: 'number', means: 'What has been reached.', example: '{{#each targets}}{{target.result}}{{/each}}' },
    difference: {
      gives: 'difference',
      means: 'How far the result is from the goal.',
      example: '{{#each targets}}{{target.difference}}{{/each}}',
    },
  },
  comparison: {
    all: {
      gives: 'list item',
      means: 'All that could be compared with it.',
      example: '{{#with (compare items to="kommuner")}}{{size comparison.all}}{{/with}}',
    },
    above: {
      gives: 'list item',
      means: 'Those above.',
      example: '{{#with (compare items to="kommuner")}}{{list comparison.above}}{{/with}}',
    },
    below: {
      gives: 'list item',
      means: 'Those below.',
      example: '{{#with (compare items to="kommuner")}}{{size comparison.below}}{{/with}}',
    },
    equal: {
      gives: 'list item',
      means: 'Those that are printed alike.',
      example: '{{#with (compare items to="kommuner")}}{{size comparison.equal}}{{/with}}',
    },
    roundedAlike: {
      gives: 'list item',
      means: 'Those whose two numbers do not have the same number of decimals, and are alike only at the smaller number.',
      example: '{{#with (compare items to="kommuner")}}{{size comparison.roundedAlike}}{{/with}}',
    },
    undecided: {
      gives: 'list item',
      means: 'Those of which rounding hides it.',
      example: '{{#with (compare items to="kommuner")}}{{size comparison.undecided}}{{/with}}',
    },
    farthest: {
      gives: 'item?',
      means: 'The one that is farthest away; absent in a tie and where rounding hides which it is.',
      example: '{{#with (compare items to="kommuner")}}{{#with comparison.farthest}}{{item.label}}{{/with}}{{/with}}',
    },
    nearest: {
      gives: 'item?',
      means: 'The one that is nearest; absent in a tie and where rounding hides which it is.',
      example: '{{#with (compare items to="kommuner")}}{{#with comparison.nearest}}{{item.label}}{{/with}}{{/with}}',
    },
  },
  measure: {
    name: { gives: 'text', means: 'What it is called, as a heading.', example: '{{measure.name}}' },
    one: { gives: 'text', means: 'What it is called in a sentence.', example: '{{measure.one}}' },
    definite: { gives: 'text', means: 'The definite form.', example: '{{measure.definite}}' },
    indefinite: { gives: 'text', means: 'The indefinite form.', example: '{{measure.indefinite}}' },
    overall: { gives: 'text', means: 'That of the whole.', example: '{{measure.overall}}' },
    pronoun: { gives: 'text', means: 'The pronoun that stands for it.', example: '{{measure.pronoun}}' },
    same: { gives: 'text', means: 'That it is the same.', example: '{{measure.same}}' },
    extremes: { gives: 'text', means: 'The greatest and the least of it.', example: '{{measure.extremes}}' },
    scale: { gives: 'text?', means: 'The scale it is on; a share has none.', example: '{{#if measure.scale}}{{measure.scale}}{{/if}}' },
    min: { gives: 'text', means: 'The least it can be.', example: '{{measure.min}}' },
    max: { gives: 'text', means: 'The most it can be.', example: '{{measure.max}}' },
    lowest: { gives: 'text', means: 'The answer that gives the least.', example: '{{measure.lowest}}' },
    highest: { gives: 'text', means: 'The answer that gives the most.', example: '{{measure.highest}}' },
    counted: {
      gives: 'text?',
      means: 'Of a share the answers it counts.',
      example: '{{#if measure.counted}}{{measure.counted}}{{else}}no share{{/if}}',
    },
  },
  common: {
    leftOut: {
      gives: 'list segment',
      means: 'The groups that only one of the periods measures.',
      example: '{{#with common}}{{list common.leftOut}}{{else}}none left out{{/with}}',
    },
  },
  decomposition: {
    within: {
      gives: 'contribution',
      means: 'What the groups’ own changes have done to the total.',
      example: '{{#with decomposition}}{{decomposition.within}}{{else}}no contribution{{/with}}',
    },
    mix: {
      gives: 'contribution',
      means: 'What another mix of groups has done to the total.',
      example: '{{#with decomposition}}{{decomposition.mix}}{{else}}no contribution{{/with}}',
    },
  },
} satisfies Record<string, Record<string, Giving>>
export type NounName = keyof typeof nounMeanings

/** The attributes of the nouns that a document adds. */
const ofRecord = (attribute: string): string =>
  `{{#each records}}{{#if record.${attribute}}}{{record.${attribute}}}{{/if}}{{else}}none{{/each}}`

export const documentNounMeanings = {
  record: {
    id: { gives: 'text', means: 'Its id in notat.yaml.', example: '{{#each records}}{{record.id}}{{else}}none{{/each}}' },
    label: { gives: 'text', means: 'Whose survey it is.', example: '{{#each records}}{{record.label}}{{else}}none{{/each}}' },
    years: { gives: 'text?', means: 'When it was made.', example: ofRecord('years') },
    during: {
      gives: 'text?',
      means: 'When it was made, as a sentence has it: “in 2016” where `years` is 2016.',
      example: ofRecord('during'),
    },
    method: { gives: 'text?', means: 'How it was made.', example: ofRecord('method') },
    conductedBy: { gives: 'text?', means: 'Who made it.', example: ofRecord('conductedBy') },
    scale: { gives: 'text?', means: 'From where to where its scale goes.', example: ofRecord('scale') },
    otherScale: {
      gives: 'text?',
      means: 'The same, where it is not the common one from 0 to 100.',
      example: ofRecord('otherScale'),
    },
    answers: { gives: 'number', means: 'How many answered.', example: ofRecord('answers') },
    invited: { gives: 'number', means: 'How many were asked.', example: ofRecord('invited') },
    responseRate: {
      gives: 'number',
      means: 'How many of those asked have answered, in per cent; computed where it is not given.',
      example: ofRecord('responseRate'),
    },
    result: { gives: 'number', means: 'Its result, on its own scale.', example: ofRecord('result') },
    resultAsIndex: { gives: 'number', means: 'Its result as points from 0 to 100; of no share.', example: ofRecord('resultAsIndex') },
    target: { gives: 'number', means: 'What it is to reach, on its own scale.', example: ofRecord('target') },
    targetAsIndex: { gives: 'number', means: 'What it is to reach as points from 0 to 100.', example: ofRecord('targetAsIndex') },
    themes: {
      gives: 'list line',
      means: 'What it asks about.',
      example: '{{#each records}}{{list record.themes}}{{else}}none{{/each}}',
    },
    source: { gives: 'text?', means: 'Where it is described.', example: ofRecord('source') },
  },
  sender: {
    organisation: { gives: 'text', means: 'The organisation.', example: '{{sender.organisation}}' },
    administration: { gives: 'text?', means: 'Its part.', example: '{{#if sender.administration}}{{sender.administration}}{{/if}}' },
    office: { gives: 'text?', means: 'The office.', example: '{{#if sender.office}}{{sender.office}}{{/if}}' },
  },
  memo: {
    approximate: {
      gives: 'list approximate',
      means: 'Numbers that rounding leaves open.',
      example: '{{#if memo.approximate}}some numbers are approximate{{else}}all numbers are exact{{/if}}',
    },
    accepted: {
      gives: 'list finding',
      means: 'Contradictions that the project has accepted.',
      example: '{{#if memo.accepted}}some are accepted{{else}}no contradictions{{/if}}',
    },
    coarsened: {
      gives: 'list item',
      means: 'The items with a number in the document that is shown with fewer decimals than it was published with.',
      example: '{{#if memo.coarsened}}{{list memo.coarsened}}{{else}}none{{/if}}',
    },
    typed: {
      gives: 'list typedNumber',
      means: 'Numbers typed by hand.',
      example: '{{#if memo.typed}}some numbers are from elsewhere{{/if}}',
    },
    tested: {
      gives: 'text?',
      means: 'How many changes were tested, in words up to ten.',
      example: '{{#if memo.tested}}{{memo.tested}}{{/if}}',
    },
    expectedCertain: {
      gives: 'text?',
      means: 'How many of those would be called statistically significant if nothing had changed; absent where fewer than one.',
      example: '{{#if memo.expectedCertain}}{{memo.expectedCertain}}{{else}}fewer than one{{/if}}',
    },
    testedOnce: {
      gives: 'truth',
      means: 'Whether only one change was tested.',
      example: '{{#if memo.testedOnce}}one{{else}}several{{/if}}',
    },
  },
  approximate: {
    metric: { gives: 'text', means: 'What it is.', example: '{{#each memo.approximate}}{{approximate.metric}}{{else}}none{{/each}}' },
    name: { gives: 'text', means: 'Whose it is.', example: '{{#each memo.approximate}}{{approximate.name}}{{else}}none{{/each}}' },
    during: { gives: 'text', means: 'When it was.', example: '{{#each memo.approximate}}{{approximate.during}}{{else}}none{{/each}}' },
    number: {
      gives: 'text',
      means: 'The number that is printed.',
      example: '{{#each memo.approximate}}{{approximate.number}}{{else}}none{{/each}}',
    },
    lowest: {
      gives: 'text',
      means: 'The least it can be.',
      example: '{{#each memo.approximate}}{{approximate.lowest}}{{else}}none{{/each}}',
    },
    highest: {
      gives: 'text',
      means: 'The most it can be.',
      example: '{{#each memo.approximate}}{{approximate.highest}}{{else}}none{{/each}}',
    },
    other: {
      gives: 'text',
      means: 'The other number it can be.',
      example: '{{#each memo.approximate}}{{approximate.other}}{{else}}none{{/each}}',
    },
  },
  finding: {
    name: { gives: 'text', means: 'Which number it is about.', example: '{{#each memo.accepted}}{{finding.name}}{{else}}none{{/each}}' },
    stated: {
      gives: 'text?',
      means: 'What the data say, unless it is withheld.',
      example: '{{#each memo.accepted}}{{#if finding.stated}}{{finding.stated}}{{/if}}{{else}}none{{/each}}',
    },
    shown: {
      gives: 'text?',
      means: 'What the document shows.',
      example: '{{#each memo.accepted}}{{#if finding.shown}}{{finding.shown}}{{/if}}{{else}}none{{/each}}',
    },
    reason: { gives: 'text', means: 'Why it was accepted.', example: '{{#each memo.accepted}}{{finding.reason}}{{else}}none{{/each}}' },
  },
  typedNumber: {
    number: { gives: 'text', means: 'The number.', example: '{{#each memo.typed}}{{typedNumber.number}}{{/each}}' },
    source: { gives: 'text', means: 'Where it is from.', example: '{{#each memo.typed}}{{typedNumber.source}}{{/each}}' },
  },
} satisfies Record<string, Record<string, Giving>>

/** The attributes of every list. */
export const listMeanings = {
  first: {
    means: 'Its first member; absent where it is empty, and where several share the first place of a list that was sorted.',
    example: '{{#with parts.first}}{{segment.short}}{{/with}}',
  },
  last: {
    means: 'Its last member; absent where it is empty, and where several share the last place of a list that was sorted.',
    example: '{{#with parts.last}}{{segment.short}}{{/with}}',
  },
  rest: { means: 'Those that limit or standout left out.', example: '{{size firstPart.rest}} left' },
  noun: { means: 'What its members are.', example: '{{#with (segment "external")}}{{parts.noun}}{{/with}}' },
  one: { means: 'What one of its members is.', example: '{{#with (segment "external")}}{{parts.one}}{{/with}}' },
} satisfies Record<string, Meaning>

/** What `is` may ask, by kind. */
export const stateMeanings = {
  number: {
    known: { means: 'It is printed.', example: '{{#if (is result "known")}}yes{{else}}no{{/if}}' },
    withheld: { means: 'It is not shown, to protect anonymity.', example: '{{#if (is result "withheld")}}yes{{else}}no{{/if}}' },
    noAnswers: { means: 'Nobody has answered.', example: '{{#if (is result "noAnswers")}}yes{{else}}no{{/if}}' },
    uncounted: { means: 'Somebody has answered, but no answer counts.', example: '{{#if (is result "uncounted")}}yes{{else}}no{{/if}}' },
    notMeasured: { means: 'The group is not measured in the period.', example: '{{#if (is result "notMeasured")}}yes{{else}}no{{/if}}' },
    unknown: { means: 'Nobody has said what it is.', example: '{{#if (is mean "unknown")}}yes{{else}}no{{/if}}' },
    approximate: { means: 'Rounding leaves it open.', example: '{{#if (is result "approximate")}}yes{{else}}no{{/if}}' },
    one: { means: 'It is printed as 1.', example: '{{#if (is dontKnow "one")}}yes{{else}}no{{/if}}' },
    zero: { means: 'It is printed as 0.', example: '{{#if (is dontKnow "zero")}}yes{{else}}no{{/if}}' },
    none: { means: 'It is 0, before rounding too.', example: '{{#if (is dontKnow "none")}}nobody{{else}}{{dontKnow}}{{/if}}' },
    all: {
      means: 'It is a share of 100 per cent, before rounding too.',
      example: '{{#if (is topTwoBox "all")}}everyone{{else}}{{topTwoBox}}{{/if}}',
    },
    calculated: {
      means: 'It is a ratio of two other numbers, not one that was published.',
      example: '{{#if (is responseRate "calculated")}}yes{{else}}no{{/if}}',
    },
    inPercent: { means: 'It is a share.', example: '{{#if (is result "inPercent")}}yes{{else}}no{{/if}}' },
  },
  change: {
    rise: { means: 'The number has risen.', example: '{{list (leaves where=(is change "rise"))}}' },
    fall: { means: 'The number has fallen.', example: '{{list (leaves where=(is change "fall"))}}' },
    unchanged: {
      means: 'Both numbers are printed alike, and nothing has moved.',
      example: '{{#if (is change "unchanged")}}yes{{else}}no{{/if}}',
    },
    largelyUnchanged: {
      means: 'Neither a rise nor a fall can be told of it: it may be only rounding.',
      example: '{{#if (is change "largelyUnchanged")}}yes{{else}}no{{/if}}',
    },
    certain: { means: 'It can hardly be chance.', example: '{{#if (leaves where=(is change "certain"))}}some{{else}}none{{/if}}' },
    chance: { means: 'It may be chance.', example: '{{#if (leaves where=(is change "chance"))}}some{{else}}none{{/if}}' },
    undecided: {
      means: 'It cannot be decided whether it may be chance.',
      example: '{{#if (leaves where=(is change "undecided"))}}some{{else}}none{{/if}}',
    },
    tooFew: { means: 'Too few have answered to test it.', example: '{{#if (leaves where=(is change "tooFew"))}}some{{else}}none{{/if}}' },
    withoutBase: {
      means: 'It cannot be tested, since the numbers of answers are not known.',
      example: '{{#if (leaves where=(is change "withoutBase"))}}some{{else}}none{{/if}}',
    },
    tested: { means: 'It was tested against chance.', example: '{{size (leaves where=(is change "tested"))}}' },
    weak: { means: 'The number of answers has fallen by more than half.', example: '{{list (segments where=(is change "weak"))}}' },
    common: { means: 'It is over the groups that both periods measure.', example: '{{#if (is change "common")}}yes{{else}}no{{/if}}' },
    broken: {
      means: 'The question was asked in another way, so nothing is compared.',
      example: '{{#if (is change "broken")}}yes{{else}}no{{/if}}',
    },
    largerUnrounded: {
      means: 'Before rounding it is greater than what is shown.',
      example: '{{#if (is change "largerUnrounded")}}yes{{else}}no{{/if}}',
    },
    smallerUnrounded: {
      means: 'Before rounding it is smaller than what is shown.',
      example: '{{#if (is change "smallerUnrounded")}}yes{{else}}no{{/if}}',
    },
    otherUnrounded: {
      means: 'Before rounding it goes the other way.',
      example: '{{#if (is change "otherUnrounded")}}yes{{else}}no{{/if}}',
    },
    fromUnrounded: {
      means: 'It was taken before rounding and is no difference of the two numbers shown.',
      example: '{{#if (is change "fromUnrounded")}}yes{{else}}no{{/if}}',
    },
    differentDecimals: {
      means: 'The two numbers do not have the same number of decimals.',
      example: '{{#if (is change "differentDecimals")}}yes{{else}}no{{/if}}',
    },
  },
  difference: {
    above: { means: 'It is above.', example: '{{#if (is (difference to="kommuner") "above")}}yes{{else}}no{{/if}}' },
    below: { means: 'It is below.', example: '{{#if (is (difference to="kommuner") "below")}}yes{{else}}no{{/if}}' },
    equal: { means: 'Both are printed alike.', example: '{{#if (is (difference to="kommuner") "equal")}}yes{{else}}no{{/if}}' },
    roundedAlike: {
      means: 'The two do not have the same number of decimals, and are alike only at the smaller number.',
      example: '{{#if (is (difference to="kommuner") "roundedAlike")}}yes{{else}}no{{/if}}',
    },
    undecided: {
      means: 'Rounding hides which is greater, or whether a goal is reached.',
      example: '{{#if (is (difference to="kommuner") "undecided")}}yes{{else}}no{{/if}}',
    },
    certain: { means: 'It can hardly be chance.', example: '{{#if (is (difference to="kommuner") "certain")}}yes{{else}}no{{/if}}' },
    chance: { means: 'It may be chance.', example: '{{#if (is (difference to="kommuner") "chance")}}yes{{else}}no{{/if}}' },
    reached: {
      means:
        'The number is the goal or more, before it was rounded: a published number that is printed as the goal leaves that open, unless the target says `basis: printed`.',
      example: '{{#each targets}}{{#if (is target.difference "reached")}}yes{{else}}no{{/if}}{{/each}}',
    },
    missed: {
      means: 'The number is less than the goal, by the same rule. Where neither is known, `undecided` is.',
      example: '{{#each targets}}{{#if (is target.difference "missed")}}yes{{else}}no{{/if}}{{/each}}',
    },
  },
  contribution: {
    up: {
      means: 'It draws the total up.',
      example: '{{#with decomposition}}{{#if (is decomposition.within "up")}}up{{else}}not up{{/if}}{{else}}no contribution{{/with}}',
    },
    down: {
      means: 'It draws the total down.',
      example: '{{#with decomposition}}{{#if (is decomposition.within "down")}}down{{else}}not down{{/if}}{{else}}no contribution{{/with}}',
    },
    tiny: {
      means: 'It is printed as 0 but is not nothing.',
      example: '{{#with decomposition}}{{#if (is decomposition.mix "tiny")}}yes{{else}}no{{/if}}{{else}}no contribution{{/with}}',
    },
    none: {
      means: 'It is nothing.',
      example: '{{#with decomposition}}{{#if (is decomposition.mix "none")}}yes{{else}}no{{/if}}{{else}}no contribution{{/with}}',
    },
    unknown: {
      means: 'Rounding hides which way it draws.',
      example: '{{#with decomposition}}{{#if (is decomposition.mix "unknown")}}yes{{else}}no{{/if}}{{else}}no contribution{{/with}}',
    },
  },
  decomposition: {
    addsUp: {
      means: 'Its two parts add up to the change that is printed.',
      example: '{{#with decomposition}}{{#if (is decomposition "addsUp")}}yes{{else}}no{{/if}}{{else}}no contribution{{/with}}',
    },
    common: {
      means: 'It is over the groups that both periods measure.',
      example: '{{#with decomposition}}{{#if (is decomposition "common")}}yes{{else}}no{{/if}}{{else}}no contribution{{/with}}',
    },
    others: {
      means: 'Groups that are not shown count as one in it.',
      example: '{{#with decomposition}}{{#if (is decomposition "others")}}yes{{else}}no{{/if}}{{else}}no contribution{{/with}}',
    },
  },
  segment: {
    whole: { means: 'It is the whole.', example: '{{#if (is segment "whole")}}yes{{else}}no{{/if}}' },
    divided: { means: 'It has parts.', example: '{{list (parts where=(is segment "divided"))}}' },
    leaf: { means: 'It has no parts.', example: '{{list (below where=(is segment "leaf"))}}' },
    phrased: { means: 'It has a phrase of its own.', example: '{{#if (is segment "phrased")}}yes{{else}}no{{/if}}' },
    overlapping: { means: 'Its parts overlap, so they give no total.', example: '{{#if (is segment "overlapping")}}yes{{else}}no{{/if}}' },
    incomplete: {
      means: 'Its parts do not cover it, so they give no total.',
      example: '{{#if (is segment "incomplete")}}yes{{else}}no{{/if}}',
    },
    withoutTotal: { means: 'Its parts are known, but it has no total.', example: '{{#if (is whole "withoutTotal")}}yes{{else}}no{{/if}}' },
    summed: {
      means: 'Its number is the mean of its parts, weighted by answers.',
      example: '{{#if (is whole "summed")}}yes{{else}}no{{/if}}',
    },
  },
  provider: {
    internal: { means: 'It is the sender’s own.', example: '{{list (providers where=(is provider "internal"))}}' },
    external: { means: 'It is somebody else.', example: '{{size (providers where=(is provider "external"))}}' },
  },
  theme: {
    positive: { means: 'It praises.', example: '{{size (themes where=(is theme "positive"))}}' },
    negative: { means: 'It complains.', example: '{{size (themes where=(is theme "negative"))}}' },
    neutral: { means: 'It does neither, or nobody has said.', example: '{{size (themes where=(is theme "neutral"))}}' },
  },
  item: {
    multiple: { means: 'Several of its options may be ticked.', example: '{{#if (is item "multiple")}}yes{{else}}no{{/if}}' },
    comparable: {
      means: 'It is told in the same measure as the first item that is measured, so they may share a column.',
      example: '{{#if (is item "comparable")}}yes{{else}}no{{/if}}',
    },
    outcome: {
      means: 'Its answers are facts that are counted.',
      example: '{{#if (is item "outcome")}}facts{{else}}opinions{{/if}}',
    },
    overall: {
      means: 'Its name says that it is about everything: “overall satisfaction”.',
      example: '{{#if (is item "overall")}}yes{{else}}no{{/if}}',
    },
    broken: { means: 'It was asked in another way in the previous period.', example: '{{#if (is item "broken")}}yes{{else}}no{{/if}}' },
    ofAll: {
      means: 'Its shares are of all who answered, “don’t know” too: `shareBase: answered`.',
      example: '{{#if (is item "ofAll")}}of all{{else}}of the answers that count{{/if}}',
    },
  },
  option: {
    positive: { means: 'It lies over the middle of the scale.', example: '{{list (options where=(is option "positive"))}}' },
    negative: { means: 'It lies under the middle of the scale.', example: '{{list (options where=(is option "negative"))}}' },
    rest: { means: 'It is the middle, or it does not count.', example: '{{list (options where=(is option "rest"))}}' },
  },
  period: {
    mixedDecimals: {
      means: 'Its numbers do not all have the same number of decimals.',
      example: '{{#if (is period "mixedDecimals")}}yes{{else}}no{{/if}}',
    },
  },
  list: {
    one: { means: 'It has one member.', example: '{{#if (is parts "one")}}yes{{else}}no{{/if}}' },
    several: { means: 'It has more than one.', example: '{{#if (is parts "several")}}yes{{else}}no{{/if}}' },
    many: { means: 'It has too many to name in a sentence: more than six.', example: '{{#if (is providers "many")}}yes{{else}}no{{/if}}' },
    empty: { means: 'It has none.', example: '{{#if (is parts "empty")}}yes{{else}}no{{/if}}' },
  },
  memo: { unrounded: { means: 'Its changes were taken before rounding.', example: '{{#if (is memo "unrounded")}}yes{{else}}no{{/if}}' } },
  approximate: {
    common: {
      means: 'It is over the groups that both periods measure.',
      example: '{{#each memo.approximate}}{{#if (is approximate "common")}}yes{{/if}}{{else}}none{{/each}}',
    },
    range: {
      means: 'It can be more than two numbers.',
      example: '{{#each memo.approximate}}{{#if (is approximate "range")}}yes{{/if}}{{else}}none{{/each}}',
    },
  },
} satisfies Record<string, Record<string, Meaning>>

/** The blocks, and what else stands in braces. */
export const blockMeanings = {
  if: {
    means: 'Prints what is inside where it is true; `{{else}}`, `{{else if …}}` and `{{else unless …}}` go on.',
    example: '{{#if previous}}since {{previous.name}}{{else}}for the first time{{/if}}',
  },
  unless: { means: 'Prints what is inside where it is not true.', example: '{{#unless (is change "rise")}}no rise{{/unless}}' },
  each: {
    means: 'Prints what is inside once for each member, standing in it; `{{else}}` where there is none.',
    example: '{{#each parts}}{{segment.short}}: {{result}}. {{/each}}',
  },
  list: {
    means: 'Prints what is inside for each member, as an enumeration in a sentence.',
    example: '{{#list parts}}{{segment.phrase}}{{/list}}',
  },
  with: {
    means: 'Prints what is inside standing in a noun; `{{else}}` where it is absent.',
    example: '{{#with (segment "voksne")}}{{result}}{{/with}}',
  },
  section: {
    means: 'A part that a project may replace with its sections/NAME.md; there `{{standard}}` prints this text.',
    example: '{{#section "about"}}The standard text.{{/section}}',
  },
  define: {
    means: 'Names a passage, which `{{> name}}` prints for the current things.',
    example: '{{#define "short"}}{{segment.short}} {{result}}{{/define}}{{> short}}',
  },
  note: { means: 'A note at the foot, marked where it stands.', example: 'The number is rounded.{{#note}}To a whole number.{{/note}}' },
} satisfies Record<(typeof blockNames)[number], Meaning>

/** The options of words. */
export const optionMeanings: Readonly<Record<string, string>> = {
  of: 'whose: a segment, provider or benchmark, as a noun, by its id, by a field that holds an id, or as a list of one',
  item: 'of which question, in the same ways',
  period: 'of which period: `previous`, or in the same ways',
  options: 'which answers: `"positive"`, `"negative"`, `"rest"` (what a share is of besides these), or ids joined by `+`',
  to: 'what it is compared with: a group or a benchmark, as a noun, by its id or as a list of one, `target` or `midpoint`',
  words: '`true` prints a share in words where it is near one',
  names: '`true` names them where they are few',
  unit: '`true` prints the unit, `false` leaves it out',
  from: 'the earlier period, where it is not `previous`',
  sign: '`true` prints the sign',
  where: 'a condition, asked of each member standing in it',
  sortBy: 'a number, asked of each member: the greatest first, a change by its size; those without a number last',
  order: '`"least"` puts the least first; those without a number still stand last',
  limit:
    'at most so many; after `sortBy=` also those that are printed as the last of them, so that none of several alike is chosen, and none without a number',
  except: 'a noun or list that is left out',
  counted: '`true`: only answers that count; `false`: only the others',
  join: 'the word ahead of the last name',
  source: 'where the number is from',
}

/** What a word's arguments must be, the last of them also those after it. */
export const argumentKinds: Readonly<Record<string, readonly Kind[]>> = {
  size: ['list'],
  counted: ['list'],
  compare: ['list'],
  howMany: ['list'],
  list: ['list'],
  plural: ['list or number', 'text'],
  atLeast: ['list', 'count'],
  these: ['list or noun'],
  standout: ['list or noun'],
  why: ['number'],
  verdict: ['number'],
  more: ['number'],
  same: ['number or noun or text or list'],
  typed: ['text'],
  table: ['text'],
  chart: ['text'],
  reference: ['text'],
}

/** What options must be, where that is the same for every word. */
export const optionKinds: Readonly<Record<string, Kind>> = {
  unit: 'truth',
  words: 'truth',
  names: 'truth',
  sign: 'truth',
  counted: 'truth',
  limit: 'count',
  of: 'noun or text or list',
  item: 'noun or text or list',
  period: 'noun or text or list',
  to: 'noun or text or list or number',
  options: 'text',
  sortBy: 'number',
  except: 'list or noun',
  join: 'text',
  source: 'text',
}

/** Attributes as they are made, one for each that has a meaning. */
export type AttributesOf<N extends NounName> = Readonly<Record<keyof (typeof nounMeanings)[N], () => Value<Standing>>>
export type States<K extends keyof typeof stateMeanings, T> = Readonly<Record<keyof (typeof stateMeanings)[K], (value: T) => boolean>>

/** What each of them gives, as the check of templates knows it. */
export function kindsOf(all: Readonly<Record<string, Giving>>): Record<string, Kind> {
  return Object.fromEntries(Object.entries(all).map(([name, { gives }]) => [name, gives]))
}

/** Nouns and what their attributes give. */
export function nounKindsOf(all: Readonly<Record<string, Readonly<Record<string, Giving>>>>): Record<string, Record<string, Kind>> {
  return Object.fromEntries(Object.entries(all).map(([noun, attributes]) => [noun, kindsOf(attributes)]))
}
