/** Danish words of how many have answered, and of what part of the answers is whose. */
import type { AnswerWords } from './statement-words.js'

export const danishAnswers: AnswerWords = {
  answers: [
    ...['svar', 'svarene', 'besvarelse', 'besvarelser', 'besvarelsen', 'besvarelserne', 'svartal', 'svartallet', 'svarantal', 'svarantallet'],
    ...['antal svar', 'antallet af svar', 'antal besvarelser', 'antallet af besvarelser', 'besvarede skemaer', 'skemaer', 'skemaerne'],
    ...['udfyldte skemaer', 'udfyldte spørgeskemaer'],
  ],
  people: [
    ...['borgere', 'borgerne', 'deltagere', 'deltagerne', 'personer', 'respondenter', 'respondenterne', 'brugere', 'brugerne'],
    ...['antal deltagere', 'antallet af deltagere', 'deltagerantal', 'deltagerantallet', 'antal respondenter', 'antallet af respondenter'],
  ],
  gave: [
    ...['svaret', 'besvaret', 'svarede', 'besvarede', 'deltaget', 'deltog', 'deltager', 'udfyldt', 'udfyldte', 'afgivet', 'afgav', 'afgives'],
    ...['indsamlet', 'indkommet', 'indsendt', 'modtaget', 'leveret', 'leverede', 'bidrager', 'bidrog', 'bidraget', 'medvirket'],
  ],
  part: ['andel', 'andelen', 'svarandel', 'svarandelen'],
  makesUp: [
    ...['udgør', 'udgjorde', 'står', 'stod', 'tegner', 'tegnede', 'kommer', 'kom', 'kommet', 'stammer', 'stammede', 'fordeler', 'fordelte'],
    ...['afgivet', 'leveret', 'indkommet', 'modtaget', 'har', 'havde', 'fra', 'herfra', 'derfra'],
  ],
  rest: ['resterende', 'sidste', 'øvrige'],
  fractions: {
    ...{ 'hvert andet': [1, 2], 'det halve': [1, 2], halvdelen: [1, 2], 'hver anden': [1, 2], 'en halv': [1, 2], 'den ene halvdel': [1, 2] },
    ...{ 'hver tredje': [1, 3], 'hvert tredje': [1, 3], 'en tredjedel': [1, 3], tredjedelen: [1, 3], 'to tredjedele': [2, 3] },
    ...{ 'hver fjerde': [1, 4], 'hvert fjerde': [1, 4], 'en fjerdedel': [1, 4], fjerdedelen: [1, 4], 'tre fjerdedele': [3, 4] },
    ...{ 'hver femte': [1, 5], 'hvert femte': [1, 5], 'en femtedel': [1, 5], femtedelen: [1, 5], 'to femtedele': [2, 5] },
    ...{ 'tre femtedele': [3, 5], 'fire femtedele': [4, 5], 'hver sjette': [1, 6], 'hvert sjette': [1, 6], 'en sjettedel': [1, 6] },
    ...{ 'hver ottende': [1, 8], 'en ottendedel': [1, 8], 'hver tiende': [1, 10], 'hvert tiende': [1, 10], 'en tiendedel': [1, 10] },
  },
  multiples: ['gange så mange', 'gange flere', 'gange så høj', 'gange så højt', 'gange så stort', 'gange så stor'],
  multiplied: {
    ...{ 'dobbelt så mange': [2, 1], 'halvt så mange': [1, 2], 'halvt så stort': [1, 2], 'dobbelt så højt': [2, 1], 'dobbelt så stort': [2, 1] },
    ...{ 'lige så mange': [1, 1] },
  },
  halved: ['halveret', 'halverede', 'halveres'],
  doubled: ['fordoblet', 'fordoblede', 'fordobles'],
  tripled: ['tredoblet', 'tredoblede', 'tredobles'],
  ofThen: [
    ...['af hvad det var', 'af , hvad det var', 'af det , det var', 'af det antal', 'af niveauet', 'af hvad de var', 'af sidste års'],
    ...['af forrige års', 'af antallet', 'af sidste års antal', 'af sidste års niveau', 'af tallet'],
  ],
  most: ['flest'],
  fewest: ['færrest'],
  becomes: ['blevet', 'bliver', 'blev', 'kommet', 'kom', 'kommer', 'er', 'har', 'havde', 'fået', 'fik', 'får', 'var'],
  close: ['knap', 'knapt', 'næsten', 'godt', 'godt og vel', 'lidt over', 'lidt under', 'lige over', 'lige under', 'lidt mere end'],
  plain: [
    ...['ind', 'der', 'her', 'også', 'alle', 'altså', 'dermed', 'således', 'nu', 'kun', 'nemlig', 'samlet', 'set', 'sig', 'derimod', 'siden'],
    ...['undersøgelse', 'undersøgelsen', 'spørgeskema', 'spørgeskemaet', 'skema', 'skemaet', 'årets', 'perioden', 'fået', 'hele', 'blot'],
    ...['ses', 'sket', 'tilfældet', 'været', 'været et', 'set', 'mellem', 'selv', 'både', 'faktisk', 'skemaet', 'måling', 'målingen'],
  ],
  hundreds: { hundrede: 100, tusind: 1000, tusinde: 1000 },
  halfMore: { halvandet: 1.5, halvanden: 1.5 },
}
