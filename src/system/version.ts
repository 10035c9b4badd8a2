/** The version of the program, inserted by the build. */
export const VERSION: string = process.env.FOLLOWUP_VERSION ?? 'development';
