/** Stands above every screen of the demo. */
export const DEMO_MARK = 'demo: made-up data, none of it is yours';
