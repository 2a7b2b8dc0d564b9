import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { reportPage } from '../../../output/html/report-page.ts';
import { besideIn } from '../../support/beside.ts';
import { largeReport, sampleReport } from '../../support/sample-report.ts';
import { findBrowser } from './find-browser.ts';

const executablePath = findBrowser();
const browserTests = executablePath === null ? describe.skip : describe;
const title = 'the page in a browser';
const desk = { width: 1280, height: 900 };
const telephone = { width: 390, height: 844 };

browserTests(executablePath === null ? `${title} (none found here: set CHROMIUM_PATH)` : title, () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'budgetlint-page-'));
    const report = sampleReport();
    await writeFile(join(folder, 'zh.html'), await reportPage(report, 'zh', besideIn(report)));
    await writeFile(join(folder, 'en.html'), await reportPage(sampleReport(), 'en'));
    await writeFile(join(folder, 'large.html'), await reportPage(largeReport(10_000), 'zh'));
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: ['--no-sandbox', '--disable-gpu'],
    });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Opens a page; what it asks for and what it complains about is kept. */
  async function open(
    name: string,
    options: BrowserContextOptions,
  ): Promise<{ page: Page; requests: string[]; complaints: string[] }> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
    return { page, requests, complaints };
  }

  test.each([
    ['zh', desk],
    ['zh', telephone],
    ['en', desk],
    ['en', telephone],
  ])(
    '%s at %o is accessible, makes one request, complains of nothing and is no wider than the window',
    async (name, viewport) => {
      const { page, requests, complaints } = await open(name, { viewport });
      await page.evaluate(axe.source);
      // Runs in the page, where the line before has put `axe`.
      const violations = await page.evaluate(
        `axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
      );
      expect(violations).toEqual([]);
      expect(requests).toHaveLength(1);
      expect(complaints).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
      await page.context().close();
    },
    60_000,
  );

  test('without script everything is open and nothing is offered that would not work', async () => {
    const { page } = await open('zh', { javaScriptEnabled: false, viewport: desk });
    const failing = sampleReport().findings.filter(({ status }) => status === 'fail');
    expect(await page.locator('.cases li:visible').count()).toBe(failing.length);
    expect(await page.locator('form:visible, button:visible').count()).toBe(0);
    await page.context().close();
  }, 60_000);

  test('the filters leave what was asked for, count it, and can be cleared', async () => {
    const { page } = await open('zh', { viewport: desk });
    const visible = async () => page.locator('#problems .cases li:visible').count();
    const all = sampleReport().findings.filter(({ status }) => status === 'fail');
    expect(await page.locator('#shown').textContent()).toBe(`显示 ${all.length} / ${all.length} 条`);

    const of = all.filter(({ unit }) => unit === '区农业农村局');
    await page.selectOption('#by-unit', { label: '区农业农村局' });
    expect(await visible()).toBe(of.length);
    expect(await page.locator('#shown').textContent()).toBe(`显示 ${of.length} / ${all.length} 条`);

    await page.selectOption('#by-severity', 'error');
    expect(await visible()).toBe(of.filter(({ severity }) => severity === 'error').length);

    await page.click('#filters button[type=reset]');
    await page.fill('#by-words', '约120万');
    expect(await visible()).toBe(1);

    await page.fill('#by-words', '没有这样的话');
    expect(await visible()).toBe(0);
    expect(await page.locator('#no-match').isVisible()).toBe(true);

    await page.click('#filters button[type=reset]');
    await page.click('#units a:text-is("区水利局")');
    expect(await visible()).toBe(all.filter(({ unit }) => unit === '区水利局').length);
    await page.context().close();
  }, 60_000);

  test('a long list opens and closes by keyboard', async () => {
    const { page } = await open('zh', { viewport: desk });
    const rule = page.locator('.rule').first();
    expect(await rule.locator('li:visible').count()).toBe(5);
    await rule.locator('.more').focus();
    await page.keyboard.press('Enter');
    expect(await rule.locator('li:visible').count()).toBe(await rule.locator('li').count());
    expect(await rule.locator('.more').getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Enter');
    expect(await rule.locator('li:visible').count()).toBe(5);
    await page.context().close();
  }, 60_000);

  test('the sentence is copied with one press', async () => {
    const { page } = await open('zh', { viewport: desk });
    await page.click('#copy');
    await page.locator('#copy', { hasText: '已复制' }).waitFor({ timeout: 5_000 });
    await page.focus('#by-words');
    await page.keyboard.press('Control+V');
    expect(await page.inputValue('#by-words')).toBe(sampleReport().summary.sentence.zh);
    await page.context().close();
  }, 60_000);

  test('ten thousand findings can be searched without waiting', async () => {
    const { page, complaints } = await open('large', { viewport: desk });
    const started = performance.now();
    await page.fill('#by-words', '差异率');
    const shown = await page.locator('#shown').textContent();
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(shown).toMatch(/^显示 [1-9]\d* \/ \d{4,5} 条$/);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 60_000);
});
