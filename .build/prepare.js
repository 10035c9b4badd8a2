// npm runs this after an install from source. `npm install -g .` links this folder without installing what it needs, so
// that has to be done here; an ordinary install has done it already.
const { execSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
if (existsSync(join(root, 'node_modules', 'esbuild'))) {
  require('./build.js');
} else {
  // This install is one of the folder, whatever the one around it is; it comes back here for the build.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_config_(global|location|prefix)$/i.test(name)),
  );
  execSync('npm ci', { cwd: root, stdio: 'inherit', env });
}
