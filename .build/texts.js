// The version and the help texts, so that the launcher can print them without loading the program.
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { build } = require('esbuild');

const root = join(__dirname, '..');

const ASK = `
import { COMMANDS } from './src/cli/commands.ts';
import { commandHelp, programHelp } from './src/cli/help.ts';
import { OPTIONS_WITH_VALUE } from './src/cli/run/arguments/shared-options.ts';
import { VERSION } from './src/system/version.ts';

export async function texts() {
  const groups = await COMMANDS.groups();
  const commands = [...groups.values()].flat();
  return {
    version: VERSION,
    program: programHelp(groups),
    commands: Object.fromEntries(commands.map((command) => [command.name, commandHelp(command)])),
    optionsWithValue: OPTIONS_WITH_VALUE,
  };
}
`;

/** The texts as JSON. They are collected with the same settings that the program is bundled with. */
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
