// Obtains the design system and the typeface of printed pages with `npm ci`, and makes of them what is used, no more:
//   <output>/static/ui/<version>-<hash>/dsfr.css            the components listed below, and the icons named in our templates
//   <output>/static/ui/<version>-<hash>/marianne.css        the State's typeface and logo, linked only with the brand block
//   <output>/static/ui/<version>-<hash>/dsfr.module.min.js
//   <output>/ui.properties                                  tells the layout where they are
//   <output>/pdf/{Regular,Bold}.ttf                         the typeface of letters and posters, and its licence
// Usage: node build.mjs <working folder> <output folder>
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

// In the order of the design system's own sheet.
const COMPONENTS = ['accordion', 'badge', 'button', 'breadcrumb', 'form', 'stepper', 'link', 'callout', 'highlight',
  'pagination', 'summary', 'tag', 'alert', 'notice', 'radio', 'card', 'checkbox', 'input', 'content', 'segmented',
  'skiplink', 'select', 'modal', 'navigation', 'footer', 'tile', 'search', 'password', 'table', 'header'];
const OURS = ['../resources/templates', '../resources/static/js', '../java'];
const TYPEFACES = { Marianne: '--typeface', Spectral: '--typeface-serif' };

const [workshop, output] = process.argv.slice(2);

function stop(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

function read(...path) {
  return readFileSync(join(...path), 'utf8');
}

function obtain() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    stop(`The design system needs Node.js 20.19 or later, and this is ${process.version}.`);
  }
  mkdirSync(workshop, { recursive: true });
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
    cpSync(file, join(workshop, file));
  }
  const stale = Object.entries(JSON.parse(read('package-lock.json')).packages).some(([path, wanted]) => path !== ''
    && (!existsSync(join(workshop, path, 'package.json'))
      || JSON.parse(read(workshop, path, 'package.json')).version !== wanted.version));
  if (stale) {
    try {
      execFileSync('npm', ['ci'], { cwd: workshop, stdio: 'inherit', shell: process.platform === 'win32' });
    } catch (failure) {
      stop(failure.code === 'ENOENT' ? 'npm is missing: install it with Node.js 20.19 or later, then build again.'
        : 'npm could not obtain the design system (see above): is the npm registry within reach?');
    }
  }
  return join(workshop, 'node_modules');
}

function filesBelow(folder) {
  return readdirSync(folder).map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]));
}

// Relative addresses are written anew: each sheet stood elsewhere in dist.
function sheet(dist, path) {
  return read(dist, path).replace(/^\uFEFF|@charset[^;]*;/g, '')
    .replace(/url\((?!["']?data:)["']?([^)"']+)["']?\)/g, (_, url) => `url(${posix.join(posix.dirname(path), url)})`);
}

function printed(dist, path) {
  return existsSync(join(dist, path)) ? `@media print{${sheet(dist, path).replace(/@media print\{([\s\S]*)\}\s*$/, '$1')}}` : '';
}

function icons(dist) {
  const named = new Set(OURS.flatMap(filesBelow).flatMap((file) => read(file).match(/fr-icon-[a-z0-9-]*[a-z0-9]/g) ?? []));
  const rules = readdirSync(join(dist, 'utility/icons'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => sheet(dist, `utility/icons/${name}/${name}.main.min.css`).match(/\.fr-icon-[^{}]+\{[^}]*\}/g) ?? []);
  return rules.filter((rule) => [...named].some((name) => rule.startsWith(`.${name}:`))).join('');
}

// The design system has no TTF, the only kind a PDF takes.
function typeface(font) {
  mkdirSync(join(output, 'pdf'), { recursive: true });
  for (const style of ['400Regular', '700Bold']) {
    cpSync(join(font, style, `AtkinsonHyperlegible_${style}.ttf`), join(output, 'pdf', `${style.slice(3)}.ttf`));
  }
  cpSync(join(font, 'LICENSE_FONT'), join(output, 'pdf/LICENSE.txt'));
}

const modules = obtain();
typeface(join(modules, '@expo-google-fonts/atkinson-hyperlegible'));
const dsfr = join(modules, '@gouvfr/dsfr');
const dist = join(dsfr, 'dist');
const parts = ['core/core', ...COMPONENTS.map((name) => `component/${name}/${name}`)];
const whole = [...parts.map((path) => sheet(dist, `${path}.main.min.css`)), sheet(dist, 'scheme/scheme.min.css'), icons(dist),
  ...parts.map((path) => printed(dist, `${path}.print.min.css`))].join('\n');
const fonts = (whole.match(/@font-face\{[^}]*\}/g) ?? []).join('').replace(/,url\([^)]*\.woff\) format\("woff"\)/g, '');
const css = whole.replace(/@font-face\{[^}]*\}/g, '')
  .replace(/font-family:(Marianne|Spectral),[^;}]*/g, (_, name) => `font-family:var(${TYPEFACES[name]},system-ui,Arial,sans-serif)`);
const brand = `${fonts}:root{--typeface:Marianne,Arial,sans-serif;--typeface-serif:Spectral,Georgia,serif}`
  + sheet(dist, 'component/logo/logo.main.min.css');
const script = read(dist, 'dsfr.module.min.js').replace(/\/\/# sourceMappingURL=.*\s*$/, '');

const { version } = JSON.parse(read(dsfr, 'package.json'));
const hash = createHash('sha256').update(css + brand + script).digest('hex').slice(0, 8);
const folder = join(output, 'static/ui', `${version}-${hash}`);
rmSync(dirname(folder), { recursive: true, force: true });
for (const [, file] of (css + brand).matchAll(/url\((?!["']?data:)([^)#?]+)\)/g)) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  cpSync(join(dist, file), join(folder, file));
}
writeFileSync(join(folder, 'dsfr.css'), css);
writeFileSync(join(folder, 'marianne.css'), brand);
writeFileSync(join(folder, 'dsfr.module.min.js'), script);
cpSync(join(dsfr, 'LICENSE.md'), join(folder, 'LICENSE.md'));
writeFileSync(join(output, 'ui.properties'), `folder=/ui/${basename(folder)}\n`);
for (const [name, text] of Object.entries({ 'dsfr.css': css, 'dsfr.module.min.js': script })) {
  console.log(`${name}: ${Math.round(gzipSync(text).length / 1024)} KB compressed`);
}
