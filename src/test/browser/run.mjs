// Opens every page of a folder in headless Chromium, wide, narrow, and narrow and dark: nothing may be asked for or
// complained of, axe-core may find no serious violation, and folding and filtering must work.
// node run.mjs FOLDER CHROMIUM; pictures go to FOLDER/pictures; exits 1 when something is wrong.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Chromium } from './chromium.mjs';

const LOOKS = [[360, 'light'], [360, 'dark'], [1600, 'light']];
const TALLEST = 6000;

const [folder, binary] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = join(folder, 'pictures');
mkdirSync(pictures, { recursive: true });

const wrong = [];
const check = (holds, what) => { if (!holds) wrong.push(what); };

async function looks(page, name, url) {
  for (const [width, scheme] of LOOKS) {
    const where = `${name} at ${width}, ${scheme}`;
    await page.open(url, { width, scheme });
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    check(wide <= width, `${where}: ${wide} pixels wide`);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(
      `axe.run(document, {resultTypes: ['violations']}).then(({violations}) => ({violations: violations.map((one) =>
        ({id: one.id, impact: one.impact, at: one.nodes.slice(0, 3).map((node) => node.target.join(' '))}))}))`);
    for (const { id, impact, at } of violations) wrong.push(`${where}: axe-core: ${impact} ${id} at ${at.join(', ')}`);
    writeFileSync(join(pictures, `${name}-${width}-${scheme}.png`), await page.picture(width, TALLEST));
  }
  check(page.requests.every((asked) => asked === url || asked === 'data:,'), `${name}: asked for ${page.requests.join(', ')}`);
  check(page.complaints.length === 0, `${name}: ${page.complaints.join('; ')}`);
}

/** What somebody would do by hand: type, tick, fold, follow a link of the picture. */
async function works(page, name, url) {
  await page.open(url, { width: 1600 });
  const does = async (what, expression) => check(await page.evaluate(`(async () => { ${expression} })()`), `${name}: ${what}`);
  const setup = `const all = [...document.querySelectorAll('#findings .finding')];
    const shown = () => all.filter((one) => !one.hidden && !one.closest('[hidden]'));
    const find = document.getElementById('find');
    const type = async (text) => { find.value = text; find.dispatchEvent(new Event('input', {bubbles: true})); await new Promise((r) => setTimeout(r, 200)); };`;
  await does('the filter is not shown', `return !document.getElementById('filter').hidden;`);
  await does('filter by words', `${setup} const word = all.at(-1).querySelector('code').textContent; await type(word.toUpperCase());
    return shown().length >= 1 && shown().length < all.length && shown().every((one) => one.textContent.includes(word))
      && document.getElementById('shown').textContent === shown().length + ' of ' + all.length + ' shown';`);
  await does('nothing fits', `${setup} await type('no such thing'); return shown().length === 0;`);
  await does('empty filter', `${setup} await type(''); return shown().length === all.length;`);
  await does('filter by kind', `${setup} const box = document.querySelector('#filter input[type=checkbox]'); box.click();
    const hides = shown().length < all.length && shown().every((one) => one.dataset.kind !== box.value); box.click();
    return hides && shown().length === all.length;`);
  await does('unfold', `${setup} document.getElementById('unfold').click(); return all.every((one) => one.open !== false);`);
  await does('fold', `${setup} document.getElementById('fold').click(); return all.every((one) => !one.open);`);
  await does('fold by hand', `${setup} all[0].querySelector('summary').click(); return all[0].open;`);
  await does('a link of the picture', `const link = document.querySelector('svg.tree a[href]'); const to = link.getAttribute('href');
    document.querySelector(to).open = false; link.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));
    await new Promise((r) => setTimeout(r, 200)); return location.hash === to && document.querySelector(to).open;`);
  await does('a part of the tree unfolds', `const part = document.querySelector('#tree details'); if (!part) return true;
    part.querySelector('summary').click(); return part.open && part.querySelector('svg').getBoundingClientRect().height > 0;`);
}

/** On paper nothing is folded or dark, without a script to see to it. */
async function prints(page, name, url) {
  await page.open(url, { width: 800, scheme: 'dark' });
  const folded = await page.evaluate(`(() => { const all = [...document.querySelectorAll('details')];
    all.forEach((one) => { one.open = false; }); return all.filter((one) => one.lastElementChild.checkVisibility()).length; })()`);
  await page.send('Emulation.setEmulatedMedia', { media: 'print', features: [{ name: 'prefers-color-scheme', value: 'dark' }] });
  const { hidden, paper, tools } = await page.evaluate(`({
    hidden: [...document.querySelectorAll('details')].filter((one) => !one.lastElementChild.checkVisibility()).length,
    paper: getComputedStyle(document.documentElement).backgroundColor, tools: document.getElementById('filter').offsetHeight})`);
  check(folded === 0, `${name}: ${folded} folded parts are shown`);
  check(hidden === 0, `${name}: ${hidden} parts are folded on paper`);
  check(paper === 'rgb(255, 255, 255)', `${name}: ${paper} on paper`);
  check(tools === 0, `${name}: tools on paper`);
}

/** Without script everything is there, and no tool that would do nothing. */
async function reads(page, name, url) {
  await page.open(url, { width: 360, script: false });
  const { root } = await page.send('DOM.getDocument', { depth: 0 });
  const hidden = await page.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: '#filter[hidden]' });
  const findings = await page.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: '#findings .finding' });
  const tools = await page.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: '#filter' });
  check(hidden.nodeIds.length === tools.nodeIds.length, `${name}: tools that do nothing are shown without script`);
  check(findings.nodeIds.length > 0, `${name}: no findings without script`);
  check(page.complaints.length === 0, `${name}, no script: ${page.complaints.join('; ')}`);
}

const chromium = new Chromium(binary);
try {
  const names = readdirSync(folder).filter((file) => file.endsWith('.html')).map((file) => file.slice(0, -5)).sort();
  check(names.length > 0, 'no pages');
  for (const name of names) {
    const url = pathToFileURL(resolve(folder, `${name}.html`)).href;
    const page = await chromium.page();
    await looks(page, name, url);
    await page.close();
  }
  for (const name of ['plan-50', 'plan-1000', 'drift-1000'].filter((one) => names.includes(one))) {
    const url = pathToFileURL(resolve(folder, `${name}.html`)).href;
    const page = await chromium.page();
    await works(page, name, url);
    await prints(page, name, url);
    await page.close();
    const still = await chromium.page();
    await reads(still, name, url);
    await still.close();
  }
  console.log(`${names.length} pages, ${LOOKS.length} pictures each`);
} finally {
  await chromium.close();
}
wrong.forEach((what) => console.log(`WRONG ${what}`));
process.exitCode = wrong.length === 0 ? 0 : 1;
