/** Danish words of change: of rise, fall and sameness. Verbs and nouns are made from stems and endings. */
import type { DirectionForm, DirectionWord, ToldDirection } from './statement-words.js'

type Verb = { present: string[]; passive?: string[]; past: string[]; participle: string[]; presentParticiple: string[]; possible: string[] }

/** "øge": øger, øges, øgede, øgedes, øget, øgende. */
function weak(stem: string): Verb {
  return {
    present: [`${stem}er`],
    passive: [`${stem}es`],
    past: [`${stem}ede`, `${stem}edes`],
    participle: [`${stem}et`],
    presentParticiple: [`${stem}ende`],
    possible: [`${stem}e`],
  }
}

function strong(stem: string, past: string, participle: string): Verb {
  return {
    present: [`${stem}er`],
    past: [past],
    participle: [participle, participle.replace(/et$/, 'ne')],
    presentParticiple: [`${stem}ende`],
    possible: [`${stem}e`],
  }
}

/** "stigning": stigningen, stigninger, stigningerne. "fald": faldet is the verb's too. */
function nouns(...stems: string[]): string[] {
  return stems.flatMap((stem) => [stem, `${stem}en`, `${stem}er`, `${stem}erne`])
}

function neuters(...stems: string[]): string[] {
  return stems.flatMap((stem) => [stem, `${stem}et`, `${stem}ene`])
}

/** Verbs of every time with what follows them: "holder stand", "holdt stand", "holdt stand", "holde stand". */
function phrases([present, past, participle, infinitive]: readonly [string, string, string, string], ...ends: string[]): Verb {
  const all = (verb: string) => ends.map((end) => `${verb} ${end}`)
  return { present: all(present), past: all(past), participle: all(participle), presentParticiple: [], possible: all(infinitive) }
}

/** "mere tilfreds", "mere tilfredse": how much of a feeling there is. */
function degrees(degree: string, feelings: readonly string[]): string[] {
  return feelings.map((feeling) => `${degree} ${feeling}`)
}

const go = ['går', 'gik', 'gået', 'gå'] as const
const come = ['kommer', 'kom', 'kommet', 'komme'] as const
const take = ['tager', 'tog', 'taget', 'tage'] as const
const get = ['får', 'fik', 'fået', 'få'] as const
const stand = ['står', 'stod', 'stået', 'stå'] as const
const lie = ['ligger', 'lå', 'ligget', 'ligge'] as const
const hold = ['holder', 'holdt', 'holdt', 'holde'] as const
const shoot = ['skyder', 'skød', 'skudt', 'skyde'] as const
const lose = ['mister', 'mistede', 'mistet', 'miste'] as const
const drop = ['taber', 'tabte', 'tabt', 'tabe'] as const
const win = ['vinder', 'vandt', 'vundet', 'vinde'] as const
const bite = ['bider', 'bed', 'bidt', 'bide'] as const

/** What is felt by those who are satisfied, and by those who are not. */
const glad = [
  ...['tilfreds', 'tilfredse', 'positiv', 'positivt', 'positive', 'glad', 'glade', 'begejstret', 'begejstrede', 'fornøjet', 'fornøjede'],
  ...['veltilfreds', 'veltilfredse', 'godt tilfredse', 'entusiastisk', 'entusiastiske', 'velvillig', 'velvillige', 'velvilligt'],
  ...['fortrøstningsfuld', 'fortrøstningsfulde', 'godt tilpas', 'tilfredshed'],
]
const sour = [
  ...['kritisk', 'kritiske', 'utilfreds', 'utilfredse', 'negativ', 'negativt', 'negative', 'skeptisk', 'skeptiske', 'forbeholden'],
  ...['forbeholdne', 'misfornøjet', 'misfornøjede', 'lunken', 'lunkne', 'lunkent', 'kølig', 'kølige', 'køligt', 'skuffet', 'skuffede'],
  ...['sur', 'sure', 'utilfredshed'],
]

/** "utilfredsheden er steget": what is told is the fall of its opposite. */
function ofOpposite(participles: readonly string[], adjectives: readonly string[]): Verb {
  const noun = ['utilfredshed', 'utilfredsheden']
  return {
    present: [],
    past: [],
    participle: participles.flatMap((word) => [
      `utilfredsheden er ${word}`,
      `utilfredsheden er blevet ${word}`,
      `utilfredsheden har ${word}`,
    ]),
    presentParticiple: adjectives.flatMap((word) => noun.map((each) => `${word} ${each}`)),
    possible: [],
  }
}
const grown = ['steget', 'vokset', 'øget', 'forøget', 'taget til', 'tiltaget']
const shrunk = ['faldet', 'mindsket', 'reduceret', 'taget af', 'aftaget', 'dæmpet']
const growing = ['stigende', 'voksende', 'øget', 'større', 'tiltagende']
const shrinking = ['faldende', 'aftagende', 'mindre', 'mindsket', 'lavere']

function told(
  direction: ToldDirection,
  verbs: readonly Verb[],
  others: Partial<Record<DirectionForm, readonly string[]>>,
): DirectionWord[] {
  const forms = [...verbs.flatMap((verb) => Object.entries(verb)), ...Object.entries(others)] as [DirectionForm, readonly string[]][]
  return forms.flatMap(([form, list]) => list.map((words) => ({ words, direction, form })))
}

/** Verbs that say of what moves itself that it does, and with "ikke" that it does not. */
const moved = {
  present: ['ændrer', 'forandrer', 'flytter', 'rykker', 'rokker', 'rører', 'bevæger'],
  past: ['ændrede', 'forandrede', 'flyttede', 'rykkede', 'rokkede', 'rørte', 'bevægede'],
  participle: ['ændret', 'forandret', 'flyttet', 'rykket', 'rokket', 'rørt', 'bevæget'],
  possible: ['ændre', 'forandre', 'flytte', 'rykke', 'rokke', 'røre', 'bevæge'],
}

export const danishDirections: readonly DirectionWord[] = [
  ...told(
    'rise',
    [
      strong('stig', 'steg', 'steget'),
      ...[
        ...['øg', 'forøg', 'voks', 'løft', 'klatr', 'hæv', 'forhøj', 'forbedr', 'tiltag', 'accelerer', 'boost'],
        ...['eksploder', 'højn', 'forstærk', 'opjuster', 'ekspander', 'mangedobl', 'avancer'],
        ...['genrejs'],
      ].map(weak),
      phrases(['springer', 'sprang', 'sprunget', 'springe'], 'op', 'opad', 'i vejret', 'fremad'),
      phrases(['svulmer', 'svulmede', 'svulmet', 'svulme'], 'op'),
      phrases(['bygger', 'byggede', 'bygget', 'bygge'], 'oven på'),
      phrases(shoot, 'i vejret', 'til vejrs', 'i højden'),
      phrases(['stryger', 'strøg', 'strøget', 'stryge'], 'til vejrs', 'til tops', 'i vejret'),
      phrases(['flyver', 'fløj', 'fløjet', 'flyve'], 'til vejrs', 'i vejret'),
      phrases(['ryger', 'røg', 'røget', 'ryge'], 'i vejret', 'til vejrs'),
      phrases(['farer', 'for', 'faret', 'fare'], 'i vejret'),
      phrases(['letter', 'lettede', 'lettet', 'lette'], 'sig'),
      phrases(go, 'i vejret', 'den rigtige vej', 'den rette vej', 'til det bedre'),
      phrases(come, 'til kræfter', 'ovenpå', 'på fode igen', 'på ret kurs', 'i plus', 'på højere niveau', 'op i gear', 'sig'),
      phrases(take, 'fart'),
      phrases(get, 'et skub opad', 'vind i sejlene', 'medvind'),
      phrases(['oplever', 'oplevede', 'oplevet', 'opleve'], 'medvind'),
      phrases(['sejler', 'sejlede', 'sejlet', 'sejle'], 'i medvind'),
      phrases(win, 'frem', 'indpas', 'højde'),
      phrases(['pynter', 'pyntede', 'pyntet', 'pynte'], 'på'),
      phrases(['lysner', 'lysnede', 'lysnet', 'lysne'], 'for'),
      phrases(['retter', 'rettede', 'rettet', 'rette'], 'sig op', 'ryggen'),
      phrases(['rejser', 'rejste', 'rejst', 'rejse'], 'sig igen'),
      phrases(['forbedrer', 'forbedrede', 'forbedret', 'forbedre'], 'sig'),
      phrases(['bryder', 'brød', 'brudt', 'bryde'], 'loftet'),
      phrases(['peger', 'pegede', 'peget', 'pege'], 'opad'),
      phrases(['knækker', 'knækkede', 'knækket', 'knække'], 'opad'),
      ofOpposite(shrunk, shrinking),
      {
        present: ['tager til', 'tiltager', 'vinder'],
        past: ['tog til', 'tiltog', 'vandt'],
        participle: ['taget til', 'tiltaget', 'vundet'],
        presentParticiple: ['tiltagende', 'opadgående', 'opad', 'opadstræbende', 'i medvind'],
        possible: ['tage til', 'tiltage'],
      },
    ],
    {
      noun: [
        ...['positiv', 'positive', 'gunstig', 'gunstige', 'gavnlig', 'glædelig', 'glædelige', 'opmuntrende'].map(
          (kind) => `${kind} udvikling`,
        ),
        ...['positiv retning', 'positiv tendens', 'positive tendens', 'positiv kurve', 'positivt skift', 'vending til det bedre'],
        ...['den positive udvikling', 'den gode udvikling'],
        ...nouns(
          'stigning',
          'forbedring',
          'fremgang',
          'vækst',
          'forøgelse',
          'forhøjelse',
          'øgning',
          'opgang',
          'styrkelse',
          'optur',
          'bedring',
          'opadgående kurve',
          'opadgående tendens',
          ...['opblomstring', 'højnelse', 'opjustering', 'eksplosion', 'udvidelse', 'acceleration', 'ekspansion', 'genrejsning'],
          ...['stigningstakt', 'forstærkning', 'tilvækst', 'fremrykning', 'opgradering', 'opstigning', 'niveauhævning'],
        ),
        'optur',
        'optursår',
        ...neuters('løft', 'fremskridt', 'hop', 'ryk op', 'ryk opad', 'ryk frem', 'hop op', 'spring op', 'spring opad', 'opsving'),
        ...neuters(
          'nøk op',
          'nøk opad',
          'hak op',
          'hak opad',
          'boost',
          'comeback',
          'himmelspring',
          'kvantespring',
          'kvantehop',
          'niveauløft',
        ),
        ...['springet op', 'springet opad', 'hoppet op', 'hoppet opad', 'rykket opad', 'rykket frem', 'et skub opad', 'et skridt opad'],
      ],
      comparative: [
        'højere',
        'bedre',
        'større tilfredshed',
        'gladere',
        'bedre tilfredse',
        'bedre stemt',
        'bedre stemte',
        ...degrees('mere', glad),
        ...degrees('mindre', sour),
        ...degrees('knap så', sour),
        ...degrees('ikke så', sour),
      ],
      participle: [
        'op fra',
        ...['rejst sig', 'rejser sig', 'rejste sig', 'rettet sig', 'retter sig', 'rettede sig', 'kommet sig', 'kommer sig', 'kom sig'],
        ...['i klar bedring', 'i tydelig bedring', 'i fin fremgang', 'i pæn fremgang', 'i tydelig fremgang', 'i klar fremgang', 'i vækst'],
        ...['i markant fremgang', 'inde i en optur', 'i en optur', 'i optur', 'i medgang', 'på opadgående kurs', 'på fremmarch'],
        ...['i bedre humør', 'op i forhold til', 'op siden', 'den rette vej', 'i den rette retning', 'til det positive'],
        ...['bedret sig', 'bedrer sig', 'bedrede sig', 'i bedring', 'for opadgående', 'i stigning', 'i fremgang', 'skudt i vejret'],
        'vundet terræn',
        'vinder terræn',
        'vandt terræn',
        'indhentet det tabte',
        'på vej op',
        'nu oppe på',
        'på vej opad',
        'på vej frem',
        'udviklet sig positivt',
        'udvikler sig positivt',
        'udviklede sig positivt',
        'forøget',
        'den rigtige vej',
        'i den rigtige retning',
        'til det bedre',
        'bedret',
      ],
      present: ['den rigtige vej'],
    },
  ),
  ...told(
    'fall',
    [
      strong('fald', 'faldt', 'faldet'),
      strong('synk', 'sank', 'sunket'),
      ...[
        'dal',
        'forring',
        'forværr',
        'mindsk',
        'reducer',
        'sænk',
        'svind',
        'aftag',
        'forvær',
        'skrump',
        'dykk',
        'dump',
        'styrtdykk',
        'rasl ned',
        'formindsk',
        'skrant',
        'smuldr',
        'kollaps',
        'styrt',
        'afmatt',
        ...['smelt', 'ebb', 'visn', 'falm', 'blegn', 'udhul', 'udvand', 'undergrav', 'decimer', 'amputer', 'barber', 'beskær', 'nedjuster'],
        ...['slæk', 'dæmp', 'krakeler', 'bortfald', 'devaluer'],
        ...['eroder', 'derouter', 'kuldsejl', 'krakk', 'forfald', 'sløj'],
      ].map(weak),
      { ...weak('udtynd'), past: ['udtyndede'], participle: ['udtyndet'] },
      strong('vig', 'veg', 'veget'),
      phrases(['nedsætter', 'nedsatte', 'nedsat', 'nedsætte'], 'fra'),
      phrases(['nedbringer', 'nedbragte', 'nedbragt', 'nedbringe'], 'fra'),
      phrases(['skærer', 'skar', 'skåret', 'skære'], 'ned', 'ind'),
      phrases(['svinder', 'svandt', 'svundet', 'svinde'], 'ind', 'bort', 'væk'),
      phrases(['skrumper', 'skrumpede', 'skrumpet', 'skrumpe'], 'ind'),
      phrases(['smelter', 'smeltede', 'smeltet', 'smelte'], 'væk', 'bort'),
      phrases(['tynder', 'tyndede', 'tyndet', 'tynde'], 'ud'),
      phrases(['ebber', 'ebbede', 'ebbet', 'ebbe'], 'ud'),
      phrases(['sløjer', 'sløjede', 'sløjet', 'sløje'], 'af'),
      phrases(['løjer', 'løjede', 'løjet', 'løje'], 'af'),
      phrases(['falder', 'faldt', 'faldet', 'falde'], 'bort', 'fra hinanden', 'sammen', 'til jorden', 'igennem', 'af på den'),
      phrases(['klapper', 'klappede', 'klappet', 'klappe'], 'sammen'),
      phrases(['bryder', 'brød', 'brudt', 'bryde'], 'sammen'),
      phrases(['giver', 'gav', 'givet', 'give'], 'efter', 'sig'),
      phrases(['sakker', 'sakkede', 'sakket', 'sakke'], 'agterud'),
      phrases(['kører', 'kørte', 'kørt', 'køre'], 'i grøften'),
      phrases(['rammer', 'ramte', 'ramt', 'ramme'], 'bunden'),
      phrases(['skyder', 'skød', 'skudt', 'skyde'], 'nedad'),
      phrases(
        go,
        'i knæ',
        'den forkerte vej',
        'den gale vej',
        'ned ad bakke',
        'i hundene',
        'nedad',
        'baglæns',
        'tabt',
        'skævt',
        'til det værre',
      ),
      phrases(come, 'i knæ', 'i minus', 'på afveje', 'i modvind'),
      phrases(take, 'et skridt tilbage'),
      phrases(get, 'et skud for boven', 'modvind', 'en lussing'),
      phrases(['lider', 'led', 'lidt', 'lide'], 'skibbrud'),
      phrases(['oplever', 'oplevede', 'oplevet', 'opleve'], 'modvind'),
      phrases(['møder', 'mødte', 'mødt', 'møde'], 'modvind'),
      phrases(drop, 'højde', 'pusten', 'momentum'),
      phrases(lose, 'højde', 'pusten', 'momentum', 'tilslutning'),
      phrases(['peger', 'pegede', 'peget', 'pege'], 'nedad'),
      phrases(['knækker', 'knækkede', 'knækket', 'knække'], 'nedad', 'over'),
      ofOpposite(grown, growing),
      {
        present: ['dykker', 'styrtdykker', 'taber', 'mister', 'skrider', 'aftager', 'tager af', 'går ned ad bakke'],
        past: ['dykkede', 'tabte', 'mistede', 'aftog', 'svandt', 'tog af', 'skred', 'veg'],
        participle: ['dykket', 'tabt', 'mistet', 'aftaget', 'taget af', 'skredet', 'svundet', 'veget'],
        presentParticiple: ['aftagende', 'nedadgående', 'nedad', 'vigende', 'i modvind'],
        possible: ['aftage', 'dykke', 'tage af'],
      },
    ],
    {
      noun: [
        ...['negativ', 'negative', 'ugunstig', 'uheldig', 'bekymrende', 'kedelig', 'trist', 'beklagelig'].map(
          (kind) => `${kind} udvikling`,
        ),
        ...['negativ retning', 'negativ tendens', 'negative tendens', 'negativ kurve', 'negativt skift', 'vending til det værre'],
        ...['den negative udvikling', 'den kedelige udvikling'],
        'frit fald',
        'nedadgående kurve',
        'nedadgående tendens',
        ...nouns('nedgang', 'tilbagegang', 'forringelse', 'forværring', 'reduktion', 'svækkelse', 'nedtur', 'sænkning', 'formindskelse'),
        ...nouns(
          'afmatning',
          'mindskelse',
          'nedjustering',
          'indskrænkning',
          'nedsættelse',
          'udhuling',
          'udvanding',
          'udtynding',
          'deroute',
        ),
        ...nouns('nedsmeltning', 'tilbagerykning', 'deroutering', 'afdæmpning', 'beskæring', 'nedskrivning', 'niveausænkning'),
        ...neuters('dyk', 'tilbageskridt', 'dyk ned', 'tilbageslag', 'ryk ned', 'ryk tilbage', 'hop ned', 'styrtdyk', 'knæk', 'forfald'),
        ...neuters('kollaps', 'skred', 'frafald', 'styrtfald', 'niveaufald', 'setback', 'nøk ned', 'nøk nedad', 'hak ned', 'hak nedad'),
        ...['springet ned', 'springet nedad', 'hoppet ned', 'rykket nedad', 'rykket tilbage', 'et skridt tilbage', 'et skridt nedad'],
        'fald',
        'faldene',
      ],
      comparative: [
        'lavere',
        'dårligere',
        'ringere',
        'værre',
        'svagere',
        'ringere tilfredshed',
        'dårligere stemt',
        ...degrees('mindre', glad),
        ...degrees('mere', sour),
        ...degrees('knap så', [...glad, 'høj', 'højt', 'høje']),
        ...degrees('ikke så', glad),
        ...degrees('ikke helt så', [...glad, 'høj', 'højt', 'høje']),
      ],
      participle: [
        'ned fra',
        ...['gledet', 'glider', 'gled', 'sivet', 'siver', 'sivede', 'sat sig', 'sætter sig', 'satte sig', 'knækket', 'knækker'],
        ...['sakket bagud', 'sakkede bagud', 'sakket agterud', 'i frit fald', 'for nedadgående', 'i tilbagegang'],
        ...['i nedgang', 'på tilbagetog', 'i klar tilbagegang', 'i markant tilbagegang', 'inde i en nedtur', 'i en nedtur', 'i nedtur'],
        ...['i modgang', 'på nedadgående kurs', 'i bakgear', 'ned i forhold til', 'ned siden', 'den gale vej', 'i den gale retning'],
        ...['i dårligere humør', 'til det negative', 'i forfald', 'i krise'],
        ...['tabt terræn', 'taber terræn', 'tabte terræn', 'mistet terræn', 'mister terræn', 'mistede terræn'],
        'på retur',
        'på vej ned',
        'nu nede på',
        'på vej nedad',
        'på vej tilbage',
        'udviklet sig negativt',
        'udvikler sig negativt',
        'udviklede sig negativt',
        'formindsket',
        'den forkerte vej',
        'i den forkerte retning',
        'til det værre',
      ],
      present: ['den forkerte vej'],
    },
  ),
  ...told(
    'unchanged',
    [
      weak('stagner'),
      weak('gentag'),
      weak('bibehold'),
      phrases(
        hold,
        'skansen',
        'niveauet',
        'positionen',
        'stillingen',
        'kursen',
        'status quo',
        'fast på',
        'sig på',
        'sig stabil',
        'sig stabilt',
      ),
      phrases(hold, 'sig stabile', 'sig uændret', 'sig i ro', 'sig konstant', 'sig flydende', 'vandet', 'en stabil kurs'),
      phrases(stand, 'i stampe', 'stille', 'bomstille', 'fast', 'uændret', 'uforandret', 'uændrede', 'i ro', 'på status quo', 'urokkeligt'),
      phrases(
        lie,
        'fast',
        'stille',
        'i ro',
        'underdrejet',
        'uændret',
        'uforandret',
        'stabilt',
        'urokkeligt',
        'fladt',
        'vandret',
        'konstant',
      ),
      phrases(lie, 'bomstille', 'jævnt', 'på det samme', 'urørt', 'på linje med sidst', 'på niveau med sidst'),
      phrases(bite, 'sig fast'),
      phrases(['træder', 'trådte', 'trådt', 'træde'], 'vande'),
      phrases(
        ['forbliver', 'forblev', 'forblevet', 'forblive'],
        'uændret',
        'stabil',
        'stabilt',
        'den samme',
        'det samme',
        'på samme niveau',
      ),
      phrases(['fryser', 'frøs', 'frosset', 'fryse'], 'fast'),
      phrases(['låser', 'låste', 'låst', 'låse'], 'fast'),
      ...[
        phrases(['rører', 'rørte', '', 'røre'], 'sig ikke', 'sig ikke ud af stedet', 'ikke på sig', 'sig slet ikke'),
        phrases(['rokker', 'rokkede', '', 'rokke'], 'sig ikke', 'sig ikke en tøddel', 'sig ikke ud af stedet', 'sig slet ikke'),
        phrases(['flytter', 'flyttede', '', 'flytte'], 'sig ikke', 'sig ikke en tøddel', 'sig ikke ud af stedet', 'sig slet ikke'),
        phrases(['bevæger', 'bevægede', '', 'bevæge'], 'sig ikke', 'sig slet ikke', 'sig ikke ud af stedet'),
        phrases(['ændrer', 'ændrede', '', 'ændre'], 'sig ikke', 'sig slet ikke', 'ikke på sig'),
      ].map((verb): Verb => ({ ...verb, participle: [] })),
      phrases(['viser', 'viste', 'vist', 'vise'], 'status quo'),
      phrases(go, 'i stå'),
    ],
    {
      state: [
        ...[
          'uændret',
          'uændrede',
          'uforandret',
          'uforandrede',
          'stabil',
          'stabilt',
          'stabile',
          'konstant',
          'konstante',
          'intakt',
          'intakte',
        ],
        ...[
          'er som i',
          'er ligesom i',
          'intet er ændret',
          'ingenting er ændret',
          'status quo',
          'stilstand',
          'ligesom',
          'på stedet',
          'ubrudt',
        ],
        ...[
          'urokket',
          'urokkelig',
          'urokkeligt',
          'urokkelige',
          'upåvirket',
          'ubevægelig',
          'ubevægeligt',
          'statisk',
          'statiske',
          'uændret siden',
        ],
        ...['fastfrosset', 'fastlåst', 'i ro', 'ved det gamle', 'som sidst', 'ligesom sidst', 'som før', 'som hidtil', 'som tidligere'],
        ...['som den plejer', 'som det plejer', 'som de plejer'],
        ...['samme sted som sidst', 'samme sted som før', 'på samme sted som sidst', 'det samme som sidst', 'den samme som sidst'],
        ...['i samme leje', 'i samme leje som sidst', 'på samme leje', 'i det samme leje', 'inden for samme niveau', 'på uændret niveau'],
        ...['på et uændret niveau', 'på et stabilt niveau', 'på stabilt niveau', 'på det samme niveau', 'intet nyt', 'ikke noget nyt'],
        ...['ingenting sket', 'intet sket', 'ikke sket noget', 'ikke sket ændringer', 'ikke sket nogen ændring', 'ingen udsving'],
        ...[
          'uden udsving',
          'uden ændringer',
          'uden ændring',
          'uden forandring',
          'uden forandringer',
          'uden bevægelse',
          'uden nævneværdige udsving',
        ],
        ...[
          'intet udsving',
          'ingen synderlig ændring',
          'ingen nævneværdig ændring',
          'ingen nævneværdige ændringer',
          'ingen mærkbar ændring',
        ],
        ...[
          'flad kurve',
          'flad udvikling',
          'vandret kurve',
          'vandret udvikling',
          'stabil udvikling',
          'uændret udvikling',
          'hverken fremgang eller tilbagegang',
        ],
        ...['fastholdt', 'fastholdte', 'bevaret', 'opretholdt', 'holdt sig', 'holdt stand', 'holdt fast i', 'stået stille', 'stået fast'],
        ...['ligget fast', 'ligget stille', 'fladet ud', 'stilstået', 'holdt skansen', 'holdt niveau', 'holdt niveauet'],
        ...['ingen ændring', 'ingen ændringer', 'ingen udvikling', 'ingen forandring', 'ingen forandringer', 'ingen bevægelse'],
        ...[...moved.participle, ...moved.possible, ...moved.present].flatMap((words) => [`ikke ${words}`, `ikke ${words} sig`]),
        ...[...moved.present, ...moved.past].map((words) => `${words} sig ikke`),
      ],
      present: [
        ...[
          'ligger fast',
          'ligger stille',
          'står stille',
          'står fast',
          'står uændret',
          'holder sig',
          'holder stand',
          'holder fast i',
          'fastholder',
        ],
        ...['holder niveauet', 'holder niveau', 'holder skansen', 'bevarer', 'opretholder', 'flader ud', 'ligger uændret'],
      ],
      past: ['lå fast', 'lå stille', 'stod stille', 'stod fast', 'fladede ud', 'bevarede'],
      noun: ['stagnation', 'stabilitet', 'udfladning'],
    },
  ),
  ...[
    ...[...moved.participle, ...moved.present, ...moved.past].map((words) => `${words} sig`),
    ...[
      'er ændret',
      'er blevet ændret',
      'blev ændret',
      'svinget',
      'svingede',
      'svinger',
      'forskellig fra',
      'forskelligt fra',
      'forskellige fra',
    ],
    ...['anderledes end', 'en anden end', 'et andet end', 'et andet niveau end'],
    ...['mærkbar ændring', 'markant ændring', 'tydelig ændring', 'klar ændring', 'væsentlig ændring', 'stor ændring', 'betydelig ændring'],
  ].map((words): DirectionWord => ({ words, direction: 'unchanged', form: 'state', isMoved: true })),
  ...[
    ...told(
      'rise',
      [
        { ...weak('hent'), possible: [] },
        { ...weak('generobr'), possible: [] },
        { ...weak('indkasser'), possible: [] },
        { ...weak('høst'), possible: [] },
        {
          present: ['hiver', 'skaffer sig'],
          past: ['hev', 'skaffede sig'],
          participle: ['hevet', 'hentet ind', 'skaffet sig'],
          presentParticiple: [],
          possible: [],
        },
      ],
      { noun: ['plus', 'plusset'], participle: ['kan lægge', 'kunne lægge'] },
    ),
    ...told(
      'fall',
      [
        { ...weak('aflever'), possible: [] },
        {
          present: ['smider', 'afgiver', 'afstår', 'ofrer'],
          past: ['smed', 'afgav', 'afstod', 'ofrede'],
          participle: ['smidt', 'afgivet', 'afstået', 'ofret'],
          presentParticiple: [],
          possible: [],
        },
        {
          ...{
            present: ['må aflevere', 'må afgive', 'må afstå', 'må vinke farvel til', 'må sige farvel til', 'må aflevere hele'],
            participle: [],
          },
          ...{
            past: ['måtte aflevere', 'måtte afgive', 'måtte afstå', 'måtte vinke farvel til', 'måtte sige farvel til'],
            presentParticiple: [],
          },
          possible: [],
        },
      ],
      { noun: ['minus', 'minusset'] },
    ),
  ].map((word): DirectionWord => ({ ...word, isOfPoints: true })),
  ...[
    ...told('rise', ['styrk', 'udvid', 'udbygg', 'opgrader', 'revitaliser'].map(weak), {}),
    ...told('fall', ['svækk', 'svæk', 'indskrænk', 'begræns', 'slank', 'trimm'].map(weak), {}),
  ].map((word): DirectionWord => ({ ...word, isOfResults: true })),
]
