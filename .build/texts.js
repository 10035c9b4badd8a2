// What the program says of itself, its version and its help, so that the launcher can say it without the program.
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { build } = require('esbuild');

const root = join(__dirname, '..');

const ASK = `
import { allCommands } from './src/cli/commands.ts';
import { commandHelp, programHelp } from './src/cli/help.ts';
import { GLOBAL_OPTIONS } from './src/cli/run/options.ts';
import { VERSION } from './src/cli/version.ts';

export async function texts() {
  const commands = [...(await allCommands()).values()].flat();
  return {
    version: VERSION,
    program: await programHelp(),
    commands: Object.fromEntries(commands.map((command) => [command.name, commandHelp(command)])),
    optionsWithValue: GLOBAL_OPTIONS.filter(([syntax]) => syntax.includes('<')).map(([syntax]) => syntax.split(' ')[0]),
  };
}
`;

/** The texts as JSON. They are asked for with the settings with which the program is bundled. */
async function askForTexts(settings) {
  const { outputFiles } = await build({
    ...settings,
    stdin: { contents: ASK, resolveDir: root, loader: 'ts' },
  });
  const file = join(root, 'dist', 'followup.cjs');
  const module = { exports: {} };
  new Function('exports', 'require', 'module', '__filename', outputFiles[0].text)(
    module.exports,
    createRequire(file),
    module,
    file,
  );
  return JSON.stringify(await module.exports.texts());
}

module.exports = { askForTexts };
