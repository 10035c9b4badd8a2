/** Stands over every screen that shows made-up data. */
export const DEMO_MARK = 'demo: made-up data, none of it is yours';
