/** The version of the program, put in when it is built. */
export const VERSION: string = process.env.FOLLOWUP_VERSION ?? 'development';
