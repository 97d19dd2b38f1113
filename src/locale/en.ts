import type { Locale } from './index.js'

/** English. */
export const en: Locale = {
  id: 'en',
  language: 'en',
  numbers: { decimal: '.', thousands: ',', minus: '−' },
  problems: {
    'internal-error': ({ detail }) => ({ message: `internal error: ${detail}`, hint: 'This is a fault of notat, not of your files.' }),
  },
  render: {
    caseDetails: 'Case details',
    ofWhich: 'Of which: ',
    dataBehindChart: 'The numbers behind the chart',
    notes: 'Notes',
    backToText: 'Back to the text',
    noteLabel: (mark) => `Note ${mark}`,
  },
}
