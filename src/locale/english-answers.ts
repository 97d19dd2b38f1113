/** English words of how many have answered, and of what part of the answers is whose. */
import type { AnswerWords } from './statement-words.js'

export const englishAnswers: AnswerWords = {
  answers: [
    ...['answer', 'answers', 'response', 'responses', 'number of answers', 'number of responses', 'reply', 'replies'],
    ...['questionnaires', 'number of replies'],
  ],
  people: ['people', 'participants', 'respondents', 'users', 'citizens', 'number of participants', 'number of respondents'],
  gave: ['answered', 'responded', 'replied', 'took part', 'completed', 'gave', 'given', 'received', 'collected', 'contributed', 'contributes'],
  part: ['share', 'proportion'],
  makesUp: [
    ...['make up', 'makes up', 'made up', 'account for', 'accounts for', 'accounted for', 'come', 'comes', 'came', 'from', 'given', 'has', 'had'],
  ],
  rest: ['remaining', 'other'],
  fractions: {
    ...{ half: [1, 2], 'every second': [1, 2], 'every other': [1, 2], 'a third': [1, 3], 'one third': [1, 3], 'every third': [1, 3] },
    ...{ 'two thirds': [2, 3], 'a quarter': [1, 4], 'one quarter': [1, 4], 'every fourth': [1, 4], 'three quarters': [3, 4] },
    ...{ 'a fifth': [1, 5], 'one fifth': [1, 5], 'every fifth': [1, 5], 'two fifths': [2, 5], 'three fifths': [3, 5], 'four fifths': [4, 5] },
    ...{ 'a tenth': [1, 10], 'one tenth': [1, 10], 'every tenth': [1, 10] },
  },
  multiples: ['times as many', 'times as high', 'times the number of'],
  multiplied: { 'twice as many': [2, 1], 'half as many': [1, 2], 'twice as high': [2, 1], 'just as many': [1, 1] },
  halved: ['halved'],
  doubled: ['doubled'],
  tripled: ['tripled', 'trebled'],
  ofThen: ['of what it was', 'of what they were', 'of the number', 'of the level', "of last year's"],
  most: ['most'],
  fewest: ['fewest'],
  becomes: ['is', 'are', 'was', 'were', 'has', 'have', 'had', 'came', 'come', 'received', 'got'],
  close: ['just over', 'just under', 'nearly', 'almost'],
  plain: ['survey', 'questionnaire', 'thus', 'there', 'now', 'all', 'only', 'also', 'the', 'been', 'in', 'here', 'so'],
  hundreds: { hundred: 100, thousand: 1000 },
  halfMore: {},
}
