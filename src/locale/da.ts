import type { Locale } from './index.js'

/** Dansk. Every Danish phrase of notat that is not in a template. */
export const da: Locale = {
  id: 'da',
  language: 'da',
  numbers: { decimal: ',', thousands: '.', minus: '−' },
  problems: {
    'internal-error': ({ detail }) => ({ message: `intern fejl: ${detail}`, hint: 'Det er en fejl i notat, ikke i dine filer.' }),
  },
  render: {
    caseDetails: 'Sagsoplysninger',
    ofWhich: 'Heraf: ',
    dataBehindChart: 'Tallene bag figuren',
    notes: 'Noter',
    backToText: 'Tilbage til teksten',
    noteLabel: (mark) => `Note ${mark}`,
  },
}
