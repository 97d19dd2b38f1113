/**
 * The projects of examples as an English author would write them, with the same numbers: what a document prints of its
 * project is then in its own language.
 */

const survey = `locale: en
sender: { organisation: Ministry of Employment }
survey:
  title: Survey of people in resource programmes
  topic: satisfaction among people in resource programmes
  credit: Mploy and Epinion for the Ministry of Employment, 2016
  respondents: { one: person, many: people, definite: those in resource programmes }
  scales:
    - id: tilfreds
      options:
        - { id: tilfreds, label: satisfied, score: 3 }
        - { id: hverken, label: neither, score: 2 }
        - { id: utilfreds, label: dissatisfied, score: 1 }
        - { id: ved-ikke, label: don’t know, missing: dontKnow }
        - { id: oensker-ikke, label: prefer not to answer, missing: noAnswer }
    - id: motiveret
      options:
        - { id: ja, label: motivated to a high or some degree, score: 3 }
        - { id: andet, label: another answer, score: 2 }
        - { id: nej, label: not motivated at all, score: 1 }
    - id: inddragelse
      options:
        - { id: ja, label: heard and involved, score: 3 }
        - { id: andet, label: another answer, score: 2 }
        - { id: nej, label: the opposite experience, score: 1 }
    - id: lydhoerhed
      options:
        - { id: ja, label: listened to, score: 3 }
        - { id: andet, label: another answer, score: 2 }
        - { id: nej, label: the opposite experience, score: 1 }
    - id: klarhed
      options:
        - { id: ja, label: a clear plan, score: 3 }
        - { id: andet, label: another answer, score: 2 }
        - { id: nej, label: the opposite, score: 1 }
    - id: grad
      options:
        - { id: ja, label: influence to a high or some degree, score: 3 }
        - { id: andet, label: another answer, score: 2 }
        - { id: nej, label: the opposite, score: 1 }
    - id: udsigt
      options:
        - { id: ja, label: work or education, score: 3 }
        - { id: andet, label: another answer, score: 2 }
        - { id: nej, label: neither, score: 1 }
    - id: har
      options:
        - { id: ja, label: 'yes', score: 1 }
        - { id: nej, label: 'no', score: 0 }
  items:
    - { id: samlet, label: Overall satisfaction, text: How satisfied are you?, scale: tilfreds, shareBase: answered, says: { positive: are satisfied with their programme, negative: are dissatisfied } }
    - { id: praktik, label: Satisfaction with work placement, text: How satisfied are you?, scale: tilfreds, askedOf: those who had a work placement, says: { positive: are satisfied with it, negative: are dissatisfied } }
    - { id: mentor, label: Satisfaction with mentoring, text: How satisfied are you?, scale: tilfreds, askedOf: those who had a mentor, says: { positive: are satisfied with it, negative: are dissatisfied } }
    - { id: fremtid, label: The future, text: Do you see yourself in work?, scale: udsigt, says: { positive: see themselves in work or education, negative: see themselves in neither } }
    - { id: muligheder, label: Opportunities, text: Have you a better picture?, scale: har, askedOf: those who completed a programme, says: { positive: have a better picture of their opportunities } }
    - { id: tro, label: Belief in work or education, text: Do you believe in it more?, scale: har, askedOf: those who completed a programme, says: { positive: have more belief that they will get into work or education } }
    - { id: motivation, label: Motivation, text: Are you motivated?, scale: motiveret, says: { positive: are motivated to a high or some degree, negative: are not motivated at all } }
    - { id: inddraget, label: Preparation, text: Were you heard?, scale: inddragelse, says: { positive: were heard and involved, negative: had the opposite experience } }
    - { id: lyttet, label: The meeting, text: Were you listened to?, scale: lydhoerhed, says: { positive: were listened to, negative: had the opposite experience } }
    - { id: plan, label: A clear plan, text: Is there a clear plan?, scale: klarhed, says: { positive: see a clear plan, negative: see the opposite } }
    - { id: indflydelse, label: Influence, text: Do you have influence?, scale: grad, says: { positive: have influence to a high or some degree, negative: see the opposite of having influence } }
    - { id: i-praktik, label: Work placement in completed programmes, text: Have you had one?, scale: har, says: { positive: had a work placement, negative: had no work placement } }
    - { id: endnu-i-praktik, label: Work placement in current programmes, text: Have you had one yet?, scale: har, says: { positive: had a work placement, negative: have not yet had a work placement } }
    - { id: har-mentor, label: Mentoring so far, text: Have you had a mentor?, scale: har, says: { positive: have had a mentor } }
  periods: [{ from: 2016-04-01, to: 2016-05-31 }]
  segments:
    id: alle
    label: People in resource programmes
    overlap: true
    parts:
      - { id: selv, label: Want a programme, phrase: those who want a programme }
      - { id: pension, label: Want a pension, phrase: those who want a pension }
      - { id: afsluttet, label: Have completed a programme, phrase: those who have completed a programme }
      - { id: i-gang, label: Are in a programme, phrase: those who are in a programme }
data: [{ file: data/andele.csv, period: 2016-04-01_2016-05-31 }]
documents:
  - template: undersoegelsesresume
    id: summary-2016
    fields: { date: 2016-09-30, published: in September 2016, commissionedBy: The Ministry of Employment, conductedBy: Mploy and Epinion, readMore: 'on the Ministry’s website, bm.dk' }
`

const records = `locale: en
sender: { organisation: City of Copenhagen }
survey:
  title: Experience with surveys
  topic: what other administrations and municipalities have learned from surveys
  recordsCalled: { one: body, many: bodies }
  records:
    - { id: bif, label: Employment and Integration Administration of Copenhagen, years: each year from 2012 to 2016, method: a questionnaire, conductedBy: Advice, themes: [self-service, service at the job centre] }
    - { id: sof, label: Social Services Administration of Copenhagen, years: each year, method: a questionnaire with five to six compulsory questions, conductedBy: the centres themselves }
    - { id: suf, label: Health and Care Administration of Copenhagen, years: each year from 2010, method: mostly telephone interviews, conductedBy: an external institute, scale: [1, 5], target: "4.2" }
    - { id: ballerup, label: Ballerup Municipality, years: each year, method: a survey with themes chosen by the committee, themes: [availability, information on the law, clarity, progress, empowerment, companies, collaboration, courtesy] }
    - { id: hjoerring, label: Hjørring Municipality, method: a survey of citizens and one of staff, conductedBy: Aalborg University }
    - { id: kolding, label: Kolding Municipality }
    - { id: aalborg, label: Aalborg Municipality, years: over two weeks, method: an anonymous questionnaire on paper, answers: "1,000", responseRate: 50% }
documents:
  - { template: erfaringsopsamling, fields: { date: 2018-08-28, edocCase: 2018-0145955, edocDocument: 2018-0145955-20, appendix: no. 1 } }
`

const agendaItem = `locale: en
sender: { organisation: City of Copenhagen, administration: The Employment Administration }
survey:
  title: KL’s citizen survey on employment, spring 2024
  topic: KL’s citizen survey on employment (spring 2024)
  credit: KL
  itemsCalled: { one: theme, many: themes }
  respondents: { one: citizen, many: citizens, definite: the citizens }
  scales:
    - id: fem-trin
      options:
        - { id: mest-positiv, label: Most favourable answer, score: 5 }
        - { id: positiv, label: Favourable answer, score: 4 }
        - { id: midt-imellem, label: In between, score: 3 }
        - { id: negativ, label: Unfavourable answer, score: 2 }
        - { id: mest-negativ, label: Least favourable answer, score: 1 }
    - id: enighed
      options:
        - { id: meget-enig, label: strongly agree, score: 5 }
        - { id: enig, label: agree, score: 4 }
        - { id: midt-imellem, label: in between, score: 3 }
        - { id: negativ, label: unfavourable answer, score: 2 }
        - { id: mest-negativ, label: least favourable answer, score: 1 }
  items:
    - { id: overall, label: Overall satisfaction, text: How satisfied are you overall?, scale: fem-trin, says: { positive: are satisfied or very satisfied overall } }
    - { id: meeting, label: Meeting the job centre, text: Meeting the job centre, scale: fem-trin }
    - { id: goals, label: Goals and activities, text: Goals and activities, scale: fem-trin }
    - { id: across, label: Cooperation across administrations, text: Cooperation across administrations, scale: fem-trin }
    - { id: conversation, label: The conversation, text: The conversation, scale: fem-trin }
    - { id: progress, label: Progress, text: Progress, scale: fem-trin }
    - { id: contact, label: Contact with the staff, text: The staff are pleasant to deal with., scale: enighed, askedOf: 'citizens of Copenhagen, who were also asked the city’s own questions', says: { positive: agree or strongly agree that the staff are pleasant to deal with } }
  periods: [{ from: 2024-01-01, to: 2024-06-30 }]
  segments: { id: koebenhavn, label: City of Copenhagen, short: Copenhagen, phrase: Copenhagen, about: in }
  benchmarks: [{ id: alle-kommuner, label: The municipalities that took part, phrase: the municipalities that took part }]
data:
  - { file: data/temaer.csv, numbers: da }
  - { file: data/andele.csv, numbers: da }
documents:
  - template: dagsordenspunkt
    fields:
      date: 2024-09-23
      time: "17:20"
      place: City Hall, first floor, room 57
      heading: Discussion of KL’s citizen survey, spring 2024
      recommendations:
        - the committee takes note of the presentation
        - the committee discusses what has been done to give citizens a better experience
      signatures: N. N. / N. N.
      decision: The committee took note and discussed.
`

const factSheet = `locale: en
sender:
  organisation: City of Copenhagen
  administration: The Employment Administration
  office: Centre for Operations and Law
  address: [Bernstorffsgade 17, 1577 Copenhagen V]
survey:
  title: Tender of services for citizens over 30 who are vulnerable or on sick leave
  topic: a tender of employment services for citizens over 30 who are vulnerable or on sick leave
  minimumBase: 1
  respondents: { one: citizen, many: citizens, definite: the citizens }
  invitedCalled: { one: course, many: courses, definite: the courses }
  scales:
    - id: enighed
      options:
        - { id: helt-enig, label: strongly agree, score: 5 }
        - { id: enig, label: agree, score: 4 }
        - { id: neutral, label: neutral, score: 3 }
        - { id: uenig, label: disagree, score: 2 }
        - { id: helt-uenig, label: strongly disagree, score: 1 }
    - id: temaer
      options:
        - { id: relation, label: a relationship of trust with the consultant, valence: positive }
        - { id: sparring, label: good help and advice along the way, valence: positive }
        - { id: skift, label: changes of consultant, valence: negative }
        - { id: for-korte, label: courses that are too short, valence: negative }
  items:
    - id: job
      label: Citizens in work two months after the course
      text: In work two months after the course
      scale: yesNo
      of: maalgrupper
      periods: [2022]
      counts: { one: citizen on a course in 2022, many: citizens on a course in 2022 }
      says: { positive: were in work two months after the course }
      decimals: 1
      note: Subsidised work is counted as work.
      credit: DREAM and the administration’s own system Fasit, extracted on 7 August 2023
    - id: uddannelse
      label: Citizens in education two months after the course
      text: In education two months after the course
      scale: yesNo
      of: maalgrupper
      periods: [2022]
      counts: { one: citizen on a course in 2022, many: citizens on a course in 2022 }
      says: { positive: were in education two months after the course }
      decimals: 1
      credit: DREAM and the administration’s own system Fasit, extracted on 7 August 2023
    - id: plan
      label: Citizens with a preparatory plan
      text: A preparatory plan within six months of the course
      scale: yesNo
      of: maalgrupper
      periods: [2022]
      counts: { one: citizen on a course in 2022, many: citizens on a course in 2022 }
      says: { positive: had a preparatory plan within six months of the course }
      decimals: 1
      credit: DREAM and the administration’s own system Fasit, extracted on 7 August 2023
    - { id: alt-i-alt, label: Overall satisfaction, text: I am satisfied overall with the course., scale: enighed, of: omraader, periods: [2020-07-01_2023-05-31] }
    - { id: alle, label: All questions, text: Mean of all questions, scale: enighed, of: omraader, periods: [2020-07-01_2023-05-31] }
    - { id: kommentarer, label: Comments, text: Would you like to add anything?, scale: temaer, multiple: true, of: omraader, periods: [2020-07-01_2023-05-31] }
  periods:
    - { from: 2020-07-01, to: 2023-05-31 }
    - { from: 2022-01-01, to: 2022-12-31 }
  segments:
    id: all
    label: The framework agreements
    parts:
      - id: maalgrupper
        label: Citizens who are vulnerable or on sick leave
        partsCalled: { one: group, many: groups }
        parts:
          - { id: kontanthjaelp, label: "Social assistance, not yet ready for work" }
          - { id: ressourceforloeb, label: Citizens in resource programmes }
          - { id: sygemeldte, label: Citizens on sick leave, detail: Sickness benefit and job clarification }
          - { id: ledighedsydelse, label: Unemployment allowance for people approved for flexi-jobs }
      - id: omraader
        label: Tender areas
        partsCalled: { one: tender area, many: tender areas }
        parts:
          - { id: virksomhed, label: Courses in companies for vulnerable citizens, detail: Tender area 1 }
          - { id: mentor, label: Mentoring for vulnerable citizens, detail: Tender area 1 }
          - { id: syge, label: Citizens on sick leave from work, detail: "Tender area 2, one form for all" }
data:
  - { file: data/resultater-2022.csv, numbers: da }
  - { file: data/tilfredshed-2020-2023.csv, numbers: da }
documents:
  - template: faktaark
    period: 2022
    compareWith: none
    fields: { date: 2023-08-21, f2Case: 2023 - 7083, f2Document: "3415905", edocCase: 2023-0158729, caseworker: N. N., appendix: no. 4 }
`

/** Names in the examples' data, which an English project has under the same ids. */
const idsOfNames = {
  'Overordnet tilfredshed': 'overall',
  'Mødet med jobcentret': 'meeting',
  'Mål og aktiviteter': 'goals',
  'Samarbejde på tværs af forvaltninger': 'across',
  Samtalen: 'conversation',
  Progression: 'progress',
  'Kontakten til medarbejderne': 'contact',
  København: 'koebenhavn',
  'Københavns Kommune': 'koebenhavn',
  'De deltagende kommuner': 'alle-kommuner',
  'Aktivitetsparate kontanthjælpsmodtagere': 'kontanthjaelp',
  'Borgere i ressourceforløb': 'ressourceforloeb',
  'Sygemeldte borgere': 'sygemeldte',
  Ledighedsydelsesmodtagere: 'ledighedsydelse',
  Udbudsområder: 'omraader',
}

/** Rows of a Danish example as its English project reads them. */
export function withIds(rows: string): string {
  return Object.entries(idsOfNames).reduce((text, [name, id]) => text.replaceAll(`;${name};`, `;${id};`), rows)
}

/** No word of a document in English has one of them. */
export const danishLetters = /[æøåÆØÅ]/

export const inEnglish = { survey, records, agendaItem, factSheet }
