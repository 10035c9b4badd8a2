// npm runs this after an install from source. `npm install -g .` links this folder without installing its
// dependencies, so that is done here; an ordinary install has done it already.
const { execSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
if (existsSync(join(root, 'node_modules', 'esbuild'))) {
  require('./build.js');
} else {
  // npm's settings for the outer install must not apply to this one. It comes back here for the build.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_config_(global|location|prefix)$/i.test(name)),
  );
  execSync('npm ci', { cwd: root, stdio: 'inherit', env });
}
