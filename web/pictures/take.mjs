/**
 * `npm run help:pictures`: takes the pictures of the help from the product itself: starts it on the sample, whose day
 * stands still, opens each page as the role that the help speaks to, marks what it speaks of with numbers, and writes
 * small pictures (WebP) with their sizes beside the pages of the help. Names after `--` take only those.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium, flags } from '../../packages/local/bin/chromium.mjs';
import { startProduct } from '../../packages/local/bin/product.mjs';
import { shots } from './shots.mjs';

const folder = fileURLToPath(new URL('../src/pages/help/pictures', import.meta.url));
const sizesFile = `${folder}.json`;
const build = fileURLToPath(new URL('../../packages/local/bin/build.mjs', import.meta.url));
const wanted = process.argv.slice(2);

if (spawnSync(process.execPath, [build], { stdio: 'inherit' }).status !== 0) process.exit(1);
const dataDir = mkdtempSync(join(tmpdir(), 'tddh-pictures-'));
const product = await startProduct({ dataDir });
const browser = await chromium.launch({ executablePath: findChromium(), args: [...flags] });
try {
  mkdirSync(folder, { recursive: true });
  const sizes = JSON.parse(readFileSync(sizesFile, 'utf8'));
  const dark = await browser.newPage();
  for (const shot of shots) {
    if (wanted.length > 0 && !wanted.includes(shot.name)) continue;
    const page = await signedIn(shot.who);
    await page.goto(product.origin + (await shot.path(page, product.origin)));
    await page.locator('main h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    await shot.lay?.(page);
    const clip = shot.clip ?? { x: 0, y: 0, ...page.viewportSize() };
    const marks = await Promise.all(
      (shot.marks ?? []).map((find) =>
        find(page)
          .boundingBox()
          .catch(() => null),
      ),
    );
    if (marks.some((box) => !box)) console.error(`${shot.name}: a mark was not found`);
    const png = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
    const seen = marks.filter(Boolean).map((box) => ({ ...box, x: box.x - clip.x, y: box.y - clip.y }));
    const webp = await dark.evaluate(draw, { png: png.toString('base64'), seen });
    writeFileSync(join(folder, `${shot.name}.webp`), Buffer.from(webp, 'base64'));
    sizes[shot.name] = [clip.width, clip.height];
    console.log(`${shot.name}: ${Math.round((webp.length * 3) / 4 / 1024)} kB`);
    await page.context().close();
  }
  const known = Object.entries(sizes)
    .filter(([name]) => shots.some((shot) => shot.name === name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = known.map(([name, [width, height]]) => `  "${name}": [${width}, ${height}]`);
  writeFileSync(sizesFile, `{\n${lines.join(',\n')}\n}\n`);
} finally {
  await browser.close();
  await product.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** A page of a person of the sample, in the light theme. */
async function signedIn(username) {
  const context = await browser.newContext({
    ...{ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', colorScheme: 'light', reducedMotion: 'reduce' },
    viewport: { width: 1080, height: 640 },
  });
  const answer = await context.request.post(`${product.origin}/api/session`, {
    data: { username, password: 'theo-doi-dieu-hanh' },
  });
  if (!answer.ok()) throw new Error(`${username}: ${answer.status()}`);
  context.setDefaultTimeout(8000);
  return context.newPage();
}

/** Runs in a page: draws frames with numbers over a picture, and answers it as WebP in base64. */
async function draw({ png, seen }) {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0);
  seen.forEach(({ x, y, width, height }, at) => {
    pen.lineWidth = 3;
    pen.strokeStyle = '#c05a00';
    pen.beginPath();
    pen.roundRect(x - 4, y - 4, width + 8, height + 8, 8);
    pen.stroke();
    const [left, top] = [Math.max(14, x - 4), Math.max(14, y - 4)];
    pen.fillStyle = '#c05a00';
    pen.beginPath();
    pen.arc(left, top, 13, 0, 7);
    pen.fill();
    pen.fillStyle = '#ffffff';
    pen.font = 'bold 15px sans-serif';
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(String(at + 1), left, top + 1);
  });
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.5 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
