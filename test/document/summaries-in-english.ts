/** The projects of two examples as an English author would write them, with the same numbers. */

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
    - id: har
      options:
        - { id: ja, label: 'yes', score: 1 }
        - { id: nej, label: 'no', score: 0 }
        - { id: ved-ikke, label: don’t know, missing: dontKnow }
        - { id: oensker-ikke, label: prefer not to answer, missing: noAnswer }
  items:
    - { id: samlet, label: Overall satisfaction, text: How satisfied are you?, scale: tilfreds, shareBase: answered, says: { positive: are satisfied with their programme, negative: are dissatisfied } }
    - { id: praktik, label: Satisfaction with work placement, text: How satisfied are you?, scale: tilfreds, shareBase: answered, askedOf: those who had a work placement, says: { positive: are satisfied with it, negative: are dissatisfied } }
    - { id: mentor, label: Satisfaction with mentoring, text: How satisfied are you?, scale: tilfreds, shareBase: answered, askedOf: those who had a mentor, says: { positive: are satisfied with it, negative: are dissatisfied } }
    - { id: fremtid, label: The future, text: Do you see yourself in work?, scale: har, shareBase: answered, says: { positive: see themselves in work or education, negative: see themselves in neither } }
    - { id: muligheder, label: Opportunities, text: Have you a better picture?, scale: har, shareBase: answered, askedOf: those who completed a programme, says: { positive: have a better picture of their opportunities } }
    - { id: tro, label: Belief in work or education, text: Do you believe in it more?, scale: har, shareBase: answered, askedOf: those who completed a programme, says: { positive: believe more in work or education } }
    - { id: motivation, label: Motivation, text: Are you motivated?, scale: har, shareBase: answered, says: { positive: are motivated, negative: are not motivated at all } }
    - { id: inddraget, label: Preparation, text: Were you heard?, scale: har, shareBase: answered, says: { positive: were heard and involved, negative: had the opposite experience } }
    - { id: lyttet, label: The meeting, text: Were you listened to?, scale: har, shareBase: answered, says: { positive: were listened to, negative: had the opposite experience } }
    - { id: plan, label: A clear plan, text: Is there a clear plan?, scale: har, shareBase: answered, says: { positive: see a clear plan, negative: see the opposite } }
    - { id: indflydelse, label: Influence, text: Do you have influence?, scale: har, shareBase: answered, says: { positive: have influence, negative: have none } }
    - { id: i-praktik, label: Work placement so far, text: Have you had one?, scale: har, shareBase: answered, says: { positive: had a work placement, negative: have had no work placement } }
    - { id: har-mentor, label: Mentoring so far, text: Have you had a mentor?, scale: har, shareBase: answered, says: { positive: have had a mentor } }
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
    fields: { date: 2016-09-30, published: in September 2016, commissionedBy: The Ministry of Employment, conductedBy: Mploy and Epinion, readMore: 'on its website, bm.dk' }
`

const records = `locale: en
sender: { organisation: City of Copenhagen }
survey:
  title: Experience with surveys
  topic: what other administrations and municipalities have learned from surveys
  recordsCalled: { one: body, many: bodies }
  records:
    - { id: bif, label: Employment and Integration Administration, years: each year from 2012 to 2016, method: a questionnaire, conductedBy: Advice, themes: [self-service, service at the job centre] }
    - { id: sof, label: Social Services Administration, years: each year after a decision of 2014, method: a questionnaire with five to six compulsory questions, conductedBy: the centres themselves }
    - { id: suf, label: Health and Care Administration, years: each year since 2010, method: mostly telephone interviews, conductedBy: an external institute, scale: [1, 5], target: "4.2" }
    - { id: ballerup, label: Ballerup Municipality, years: each year, method: a survey with themes chosen by the committee, themes: [availability, information on the law, clarity, progress, empowerment, companies, collaboration, courtesy] }
    - { id: hjoerring, label: Hjørring Municipality, method: a survey of citizens and one of staff, conductedBy: Aalborg University }
    - { id: kolding, label: Kolding Municipality }
    - { id: aalborg, label: Aalborg Municipality, years: over two weeks, method: an anonymous questionnaire on paper, answers: "1,000", responseRate: 50% }
documents:
  - { template: erfaringsopsamling, fields: { date: 2018-08-28, edocCase: 2018-0145955, edocDocument: 2018-0145955-20 } }
`

export const inEnglish = { survey, records }
