/** Words that set somebody against a target, a place among others, another or another time, by what they tell. */
export const standingSenses = [
  // a target, and how somebody stands to it
  ...(['target', 'reached', 'livesUp', 'lacks', 'toReach', 'toSpare', 'doesSo', 'alsoSo', 'noLonger', 'stillSo'] as const),
  ...(['above', 'below'] as const),
  // a place among others: from the top, or the last
  ...(['first', 'second', 'third', 'fourth', 'fifth', 'last', 'secondLast', 'follows'] as const),
  // superlatives of a change, and what is no change in one direction
  ...(['greatest', 'development'] as const),
  // one held against another
  ...(['more', 'less', 'alike', 'unlike', 'than', 'ahead', 'behind', 'average', 'noOther', 'beatenOnlyBy'] as const),
  // what lies between two
  ...(['gap', 'between', 'twoTimes', 'against', 'onePoint', 'joinedWith'] as const),
  // changes and what they are of
  ...(['rise', 'fall', 'unmoved', 'from'] as const),
  // how many
  ...(['only', 'all', 'none', 'both', 'most', 'several', 'everySecond', 'outOf', 'among'] as const),
  'not',
  /** between a target and the number that it is: no element of its own */
  'setAt',
  /** changes nothing */
  'filler',
] as const
export type StandingSense = (typeof standingSenses)[number]
export type StandingWords = Readonly<Record<StandingSense, readonly string[]>>
