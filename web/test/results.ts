/** Where a run leaves what it has to show; runs beside each other have one each. */
export const RESULTS = `test-results/${process.env.FENGSUI_PART ?? 'whole'}`

/** The session that the screens' specs share; whoever changes the role writes it anew. */
export const SESSION = `${RESULTS}/session.json`
