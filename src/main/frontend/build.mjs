// Obtains the design system with `npm ci` and copies what the pages use.
// Usage: node build.mjs <working folder> <output folder>
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [workshop, output] = process.argv.slice(2);
mkdirSync(workshop, { recursive: true });
for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
  cpSync(file, join(workshop, file));
}
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const stale = Object.entries(lock.packages).some(([path, wanted]) => path !== ''
  && (!existsSync(join(workshop, path, 'package.json'))
    || JSON.parse(readFileSync(join(workshop, path, 'package.json'), 'utf8')).version !== wanted.version));
if (stale) {
  execFileSync('npm', ['ci'], { cwd: workshop, stdio: 'inherit' });
}
const dist = join(workshop, 'node_modules/@gouvfr/dsfr/dist');
mkdirSync(output, { recursive: true });
for (const part of ['dsfr.min.css', 'dsfr.module.min.js', 'fonts', 'icons', 'artwork', 'favicon', 'utility/icons']) {
  cpSync(join(dist, part), join(output, part), { recursive: true });
}
