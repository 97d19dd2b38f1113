/** English words of change: of rise, fall and sameness. Verbs are made from their stems. */
import type { DirectionForm, DirectionWord, ToldDirection } from './statement-words.js'

type Verb = { present: string[]; past: string[]; participle: string[]; presentParticiple: string[]; passive: string[] }

/**
 * "improve": improves, improved, improving. The bare form is passive here: it tells what is so ("scores rise"), but
 * not after "should".
 */
function regular(stem: string): Verb {
  const root = stem.replace(/e$/, '')
  return { present: [`${stem}s`], past: [`${root}ed`], participle: [], presentParticiple: [`${root}ing`], passive: [stem] }
}

function irregular(stem: string, past: string, participle: string): Verb {
  const root = stem.replace(/e$/, '')
  return { present: [`${stem}s`], past: [past], participle: [participle], presentParticiple: [`${root}ing`], passive: [stem] }
}

function nouns(...stems: string[]): string[] {
  return stems.flatMap((stem) => [stem, `${stem}s`])
}

/** Verbs of every time with what follows them: "holds firm", "held firm", "hold firm". */
function phrases([present, past, participle, infinitive]: readonly [string, string, string, string], ...ends: string[]): Verb {
  const all = (verb: string) => ends.map((end) => `${verb} ${end}`)
  return { present: all(present), past: all(past), participle: all(participle), presentParticiple: [], passive: all(infinitive) }
}

const glad = ['satisfied', 'positive', 'pleased', 'content', 'enthusiastic', 'favourable', 'happy']
const sour = ['dissatisfied', 'critical', 'negative', 'sceptical', 'disappointed', 'unhappy', 'lukewarm', 'discontented']
const degrees = (degree: string, feelings: readonly string[]): string[] => feelings.map((feeling) => `${degree} ${feeling}`)

function told(
  direction: ToldDirection,
  verbs: readonly Verb[],
  others: Partial<Record<DirectionForm, readonly string[]>>,
): DirectionWord[] {
  const forms = [...verbs.flatMap((verb) => Object.entries(verb)), ...Object.entries(others)] as [DirectionForm, readonly string[]][]
  return forms.flatMap(([form, list]) => list.map((words) => ({ words, direction, form })))
}

export const englishDirections: readonly DirectionWord[] = [
  ...told(
    'rise',
    [
      irregular('rise', 'rose', 'risen'),
      irregular('grow', 'grew', 'grown'),
      ...['increase', 'improve', 'climb', 'jump', 'strengthen', 'soar', 'advance', 'gain', 'recover'].map(regular),
      ...['surge', 'rebound', 'rocket', 'skyrocket', 'escalate', 'accelerate', 'heighten', 'rally', 'brighten'].map(regular),
      irregular('leap', 'leapt', 'leapt'),
      phrases(['picks', 'picked', 'picked', 'pick'], 'up'),
      phrases(['shoots', 'shot', 'shot', 'shoot'], 'up'),
      phrases(['creeps', 'crept', 'crept', 'creep'], 'up'),
      phrases(['inches', 'inched', 'inched', 'inch'], 'up'),
      phrases(['edges', 'edged', 'edged', 'edge'], 'up'),
      phrases(['ticks', 'ticked', 'ticked', 'tick'], 'up'),
      phrases(['bounces', 'bounced', 'bounced', 'bounce'], 'back'),
      phrases(['goes', 'went', 'gone', 'go'], 'up', 'the right way', 'through the roof'),
      phrases(['wins', 'won', 'won', 'win'], 'ground', 'back ground'),
      phrases(['heads', 'headed', 'headed', 'head'], 'upwards', 'up', 'in the right direction'),
    ],
    {
      noun: [
        'positive development',
        ...nouns('improvement', 'growth', 'uptick', 'upturn', 'upswing', 'upsurge', 'surge', 'rebound', 'comeback', 'leap', 'boost'),
        ...nouns('step forward', 'move upwards', 'positive trend', 'upward trend', 'favourable development'),
        'a rise',
        'the rise',
        'an increase',
        'the increase',
      ],
      comparative: ['higher', 'better', 'happier', 'greater satisfaction', ...degrees('more', glad), ...degrees('less', sour)],
      presentParticiple: ['upward', 'upwards'],
      participle: ['up from', 'gained ground', 'up on', 'raised', 'on the rise', 'on the way up', 'on the up', 'on the mend'],
    },
  ),
  ...told(
    'fall',
    [
      irregular('fall', 'fell', 'fallen'),
      irregular('sink', 'sank', 'sunk'),
      ...[
        'decrease',
        'decline',
        'worsen',
        'deteriorate',
        'weaken',
        'reduce',
        'slump',
        'tumble',
        'lessen',
        'plummet',
        'plunge',
        'collapse',
      ].map(regular),
      ...['crumble', 'dwindle', 'wane', 'erode', 'diminish', 'crash', 'nosedive', 'subside', 'ebb'].map(regular),
      irregular('slide', 'slid', 'slid'),
      irregular('shrink', 'shrank', 'shrunk'),
      phrases(['falls', 'fell', 'fallen', 'fall'], 'back', 'off', 'away', 'behind'),
      phrases(['goes', 'went', 'gone', 'go'], 'down', 'the wrong way', 'downhill', 'backwards'),
      phrases(['tails', 'tailed', 'tailed', 'tail'], 'off'),
      phrases(['loses', 'lost', 'lost', 'lose'], 'ground', 'momentum'),
      phrases(['takes', 'took', 'taken', 'take'], 'a dive', 'a knock', 'a hit', 'a tumble'),
      phrases(['creeps', 'crept', 'crept', 'creep'], 'down'),
      phrases(['edges', 'edged', 'edged', 'edge'], 'down'),
      phrases(['ticks', 'ticked', 'ticked', 'tick'], 'down'),
      phrases(['heads', 'headed', 'headed', 'head'], 'downwards', 'down', 'in the wrong direction'),
      {
        present: ['drops', 'dips', 'slips'],
        past: ['dropped', 'dipped', 'slipped'],
        participle: [],
        presentParticiple: ['dropping', 'dipping', 'slipping'],
        passive: ['drop', 'dip', 'slip'],
      },
    ],
    {
      noun: [
        'negative development',
        ...nouns('reduction', 'downturn', 'setback', 'deterioration', 'downswing', 'slump', 'plunge', 'nosedive', 'collapse', 'dip'),
        ...nouns('step back', 'negative trend', 'downward trend', 'unfavourable development'),
        'a fall',
        'the fall',
        'a drop',
        'the drop',
        'a decline',
        'the decline',
        'a decrease',
        'the decrease',
      ],
      comparative: ['lower', 'worse', 'poorer', ...degrees('less', glad), ...degrees('more', sour), ...degrees('not as', glad)],
      presentParticiple: ['downward', 'downwards'],
      participle: ['down from', 'down on', 'lowered', 'on the decline', 'on the way down', 'on the wane', 'in retreat', 'in free fall'],
      past: ['lost'],
      present: ['loses'],
    },
  ),
  ...told(
    'unchanged',
    [
      regular('stagnate'),
      regular('plateau'),
      phrases(['holds', 'held', 'held', 'hold'], 'steady', 'firm', 'its ground', 'their ground', 'stable'),
      phrases(['stands', 'stood', 'stood', 'stand'], 'still', 'firm', 'unchanged'),
      phrases(['stays', 'stayed', 'stayed', 'stay'], 'put', 'flat', 'level', 'the same', 'where it was', 'where they were'),
      phrases(['remains', 'remained', 'remained', 'remain'], 'the same', 'where it was', 'where they were', 'level', 'at the same level'),
      phrases(['levels', 'levelled', 'levelled', 'level'], 'off', 'out'),
      phrases(['treads', 'trod', 'trodden', 'tread'], 'water'),
      phrases(['marks', 'marked', 'marked', 'mark'], 'time'),
    ],
    {
      state: [
        'unchanged',
        'stable',
        'steady',
        'constant',
        'flat',
        'not changed',
        'not change',
        'has not changed',
        'did not change',
        'no change',
        'level',
        'status quo',
        'remained the same',
        'stayed the same',
        'just as in',
        'as in',
        ...['unmoved', 'at a standstill', 'no different', 'as before', 'static', 'unaltered', 'not moved', 'no movement', 'without change'],
      ],
      noun: ['stability', 'stagnation'],
    },
  ),
].filter(({ words }) => words !== 'level')
