import fc from 'fast-check'

/** Laws are asked less often here than by `npm test`: what they notice, they notice soon, and each of hundreds of changes asks them all. */
fc.configureGlobal({ numRuns: 15 })
