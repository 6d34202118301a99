// Chromium over a pipe, spoken to in its DevTools protocol: messages are JSON, each ended by a NUL.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TIMEOUT = 120_000;

export class Chromium {
  #profile = mkdtempSync(join(tmpdir(), 'orgform-browser-'));
  #process;
  #waiting = new Map();
  #listeners = new Map();
  #next = 1;
  #rest = '';

  constructor(binary) {
    // A sandbox of Chromium's own needs rights that containers lack; the pages are files of ours.
    const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars',
      '--no-first-run', '--disable-extensions', '--disable-background-networking', '--force-color-profile=srgb',
      '--remote-debugging-pipe', `--user-data-dir=${this.#profile}`, 'about:blank'];
    this.#process = spawn(binary, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    this.#process.on('error', (error) => this.#fail(error));
    this.#process.on('exit', (code) => this.#fail(new Error(`Chromium ended (${code})`)));
    this.#process.stdio[4].setEncoding('utf8').on('data', (text) => this.#read(text));
  }

  #fail(error) {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #read(text) {
    const parts = (this.#rest + text).split('\0');
    this.#rest = parts.pop();
    for (const part of parts) {
      const message = JSON.parse(part);
      const waiting = this.#waiting.get(message.id);
      if (waiting) {
        this.#waiting.delete(message.id);
        if (message.error) waiting.reject(new Error(`${waiting.method}: ${message.error.message}`));
        else waiting.resolve(message.result);
      } else {
        this.#listeners.get(message.sessionId)?.(message.method, message.params);
      }
    }
  }

  send(method, params = {}, sessionId = undefined) {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${method}: no answer in ${TIMEOUT} ms`)), TIMEOUT);
      const done = (end) => (value) => { clearTimeout(timer); end(value); };
      this.#waiting.set(id, { method, resolve: done(resolve), reject: done(reject) });
      this.#process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** A page that notes everything it asks for and complains of. */
  async page() {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new Page(this, targetId, sessionId);
    this.#listeners.set(sessionId, (method, params) => page.happened(method, params));
    for (const domain of ['Page', 'Runtime', 'Log', 'Network', 'Audits']) await page.send(`${domain}.enable`);
    return page;
  }

  async close() {
    await this.send('Browser.close').catch(() => {});
    await new Promise((resolve) => { this.#process.exitCode === null ? this.#process.once('exit', resolve) : resolve(); });
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

class Page {
  requests = [];
  complaints = [];
  #loaded = () => {};

  constructor(chromium, targetId, sessionId) {
    Object.assign(this, { chromium, targetId, sessionId });
  }

  send(method, params = {}) {
    return this.chromium.send(method, params, this.sessionId);
  }

  happened(method, params) {
    if (method === 'Page.loadEventFired') this.#loaded();
    if (method === 'Network.requestWillBeSent') this.requests.push(params.request.url);
    if (method === 'Log.entryAdded') this.complaints.push(`${params.entry.level}: ${params.entry.text}`);
    if (method === 'Runtime.consoleAPICalled') this.complaints.push(`console.${params.type}`);
    if (method === 'Runtime.exceptionThrown') this.complaints.push(params.exceptionDetails.text);
    if (method === 'Audits.issueAdded') this.complaints.push(`issue: ${JSON.stringify(params.issue).slice(0, 400)}`);
  }

  async open(url, { width, scheme = 'light', script = true }) {
    await this.send('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1, mobile: false });
    await this.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
    await this.send('Emulation.setScriptExecutionDisabled', { value: !script });
    const loaded = new Promise((resolve) => { this.#loaded = resolve; });
    await this.send('Page.navigate', { url });
    await loaded;
  }

  /** The value of an expression in the page. */
  async evaluate(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** The page from top to bottom as a PNG, at most so many pixels of it. */
  async picture(width, most) {
    const height = await this.evaluate('document.documentElement.scrollHeight');
    const clip = { x: 0, y: 0, width, height: Math.min(height, most), scale: 1 };
    const { data } = await this.send('Page.captureScreenshot', { format: 'png', captureBeyondViewport: true, clip });
    return Buffer.from(data, 'base64');
  }

  close() {
    return this.chromium.send('Target.closeTarget', { targetId: this.targetId });
  }
}
