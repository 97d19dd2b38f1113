import fc from 'fast-check'

/** Random tests try the same things every time, so that a change is what breaks them; `TEST_SEED=NUMBER` tries others. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.TEST_SEED ?? 1) })
