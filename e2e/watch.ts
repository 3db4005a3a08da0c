// SPDX-License-Identifier: MIT
// Watches a page for everything that must not happen: a request after load, a policy violation, an error in the console,
// anything left in the browser's storage, a changed Object.prototype.
import { expect, type Page } from '@playwright/test';

/** The part of FileSystemDirectoryHandle that the library of types leaves out. */
interface Folder {
  keys(): AsyncIterable<string>;
}

interface Noted {
  npscopeViolations?: string[];
  npscopePrototype?: string;
}

/** What one page did. Begin before the page loads. */
export class Watch {
  private readonly page: Page;
  private readonly reports: readonly string[];
  private readonly reportsBefore: number;
  private loaded = false;
  readonly requests: string[] = [];
  readonly errors: string[] = [];

  private constructor(page: Page, reports: readonly string[]) {
    this.page = page;
    this.reports = reports;
    this.reportsBefore = reports.length;
  }

  /** `reports` fills up with policy reports as the server gets them: a worker's violations show nowhere else. */
  static async on(page: Page, reports: readonly string[] = []): Promise<Watch> {
    const watch = new Watch(page, reports);
    page.on('request', (request) => watch.noteRequest(request.url()));
    page.on('websocket', (socket) => watch.requests.push(socket.url()));
    page.on('pageerror', (error) => watch.errors.push(error.message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) watch.errors.push(message.text());
    });
    await page.addInitScript(() => {
      const noted = globalThis as Noted;
      const violations: string[] = (noted.npscopeViolations = []);
      noted.npscopePrototype = Object.getOwnPropertyNames(Object.prototype).sort().join();
      document.addEventListener('securitypolicyviolation', (event) => {
        violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
      });
    });
    return watch;
  }

  /** From now on the page may ask for nothing. */
  beSilent(): void {
    this.loaded = true;
  }

  /** The page may load again. */
  beLoading(): void {
    this.loaded = false;
  }

  /** Fails when something happened or something is left. */
  async expectNothing(): Promise<void> {
    expect(this.requests, 'requests after load').toEqual([]);
    expect(this.errors, 'errors in the console').toEqual([]);
    const { violations, before, after, left } = await this.page.evaluate(async () => {
      const noted = globalThis as Noted;
      const root = await navigator.storage.getDirectory().catch(() => undefined);
      const files: string[] = [];
      if (root) for await (const name of (root as unknown as Folder).keys()) files.push(name);
      return {
        violations: noted.npscopeViolations,
        before: noted.npscopePrototype,
        after: Object.getOwnPropertyNames(Object.prototype).sort().join(),
        left: {
          cookies: document.cookie,
          local: localStorage.length,
          session: sessionStorage.length,
          databases: (await indexedDB.databases()).length,
          caches: 'caches' in globalThis ? (await caches.keys().catch(() => [])).length : 0,
          workers: (await navigator.serviceWorker.getRegistrations().catch(() => [])).length,
          files,
        },
      };
    });
    expect(violations, 'policy violations').toEqual([]);
    expect(this.reports.slice(this.reportsBefore), 'policy reports').toEqual([]);
    expect(after, 'Object.prototype').toBe(before);
    expect(left).toEqual({ cookies: '', local: 0, session: 0, databases: 0, caches: 0, workers: 0, files: [] });
    expect(await this.page.context().cookies()).toEqual([]);
  }

  /** What lives inside the tab, such as the worker's blob, is no request to anywhere. */
  private noteRequest(url: string): void {
    if (this.loaded && !/^(blob|data):/.test(url)) this.requests.push(url);
  }
}
