import type { Locator, Page } from '@playwright/test';

import { pictureIn } from './harness/colours.ts';
import { expect, test } from './harness/fixtures.ts';
import { controls, expectMovingVideo, expectSound, hostMeeting, joinMeeting, tile } from './harness/flows.ts';
import { SoundServer } from './harness/soundServer.ts';

/** What is open in the page, with the settings that it really has. */
function openTracks(page: Page, kind: 'audio' | 'video') {
  return page.evaluate((kind) => {
    const tracks = [...(globalThis.mediaWatch?.tracks ?? [])].flatMap((held) => held.deref() ?? []);
    return tracks
      .filter((track) => track.kind === kind && track.readyState === 'live')
      .map((track) => Object.assign(track.getSettings(), { label: track.label }));
  }, kind);
}

/**
 * Which offer and answer the page's one connection has, by their numbers and versions: the same for as long as nothing
 * was negotiated anew. All else in them may still change, as more ways to be reached are found.
 */
function negotiated(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const connections = [...(globalThis.mediaWatch?.connections ?? [])].flatMap((held) => held.deref() ?? []);
    const [open, ...more] = connections.filter(({ connectionState }) => connectionState !== 'closed');
    if (!open || more.length > 0) throw new Error('there is not one connection');
    return [open.localDescription, open.remoteDescription].map((description) => {
      const [origin] = /^o=.+$/m.exec(description?.sdp ?? '') ?? [];
      if (origin === undefined) throw new Error('nothing was negotiated yet');
      return origin;
    });
  });
}

/** What is chosen from the menu beside mute or video. */
async function choose(page: Page, button: string, list: string, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('group', { name: list }).getByRole('menuitemradio', { name }).click();
}

/** What is sent to the other one, by the names of the devices. */
function sentFrom(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const connections = [...(globalThis.mediaWatch?.connections ?? [])].flatMap((held) => held.deref() ?? []);
    return connections.flatMap((connection) => connection.getSenders().flatMap(({ track }) => track?.label ?? []));
  });
}

/** Switches something on or off with the keyboard. */
async function turn(settings: Locator, name: string): Promise<void> {
  const control = settings.getByRole('switch', { name });
  const wasOn = await control.isChecked();
  await control.press('Space');
  await expect(control).toBeChecked({ checked: !wasOn });
}

/** The middles of the squares in the corners of what Chromium's fake cameras show, 16:9. */
const CORNERS = { x: [1 / 32, 31 / 32], y: [1 / 18, 17 / 18] };

/**
 * How much red there is to the green in those corners of somebody's picture, as it arrived. All that the first fake camera
 * shows is green; the third, the one that delivers JPEGs, has them in yellow.
 */
async function yellowIn(page: Page, name: string): Promise<number> {
  const { colours = [] } = (await pictureIn(tile(page, name), CORNERS)) ?? {};
  const sum = (part: number) => colours.reduce((total, colour) => total + (colour[part] ?? 0), 0);
  return sum(0) / sum(1);
}

test('another camera is what the others see, over the same connection', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben'], { devices: 3 });
  await expectMovingVideo(ben.page);
  await expect.poll(() => yellowIn(ben.page, 'Ana')).toBeLessThan(0.4);
  const before = await negotiated(ana.page);
  expect((await openTracks(ana.page, 'video')).map(({ label }) => label)).toEqual(['fake_device_0']);

  await choose(ana.page, 'Choose camera', 'Camera', 'fake_device_2');

  await expect
    .poll(async () => (await openTracks(ana.page, 'video')).map(({ label }) => label))
    .toEqual(['fake_device_2']);
  await expect.poll(() => yellowIn(ben.page, 'Ana')).toBeGreaterThan(0.7);
  await expectMovingVideo(ben.page);
  expect(await sentFrom(ana.page)).toContain('fake_device_2');
  expect(await sentFrom(ana.page)).not.toContain('fake_device_0');

  await choose(ana.page, 'Choose camera', 'Camera', 'fake_device_0');
  await expect.poll(() => yellowIn(ben.page, 'Ana')).toBeLessThan(0.4);
  await expectMovingVideo(ben.page);
  expect(await negotiated(ana.page)).toEqual(before);
});

test('another microphone and another speaker are used at once, and the old ones let go', async ({ meet }) => {
  const [ana, ben] = await meet(['Ana', 'Ben'], { devices: 3 });
  await expectSound(ben.page);
  const before = await negotiated(ana.page);

  await choose(ana.page, 'Choose microphone', 'Microphone', 'Fake Audio Input 2');
  await expect
    .poll(async () => (await openTracks(ana.page, 'audio')).map(({ label }) => label))
    .toEqual(['Fake Audio Input 2']);
  await expectSound(ben.page);
  expect(await negotiated(ana.page)).toEqual(before);

  await choose(ana.page, 'Choose microphone', 'Speaker', 'Fake Audio Output 2');
  const heardOn = () =>
    ana.page.locator('audio[data-participant]').evaluateAll(async (voices: HTMLAudioElement[]) => {
      const devices = await navigator.mediaDevices.enumerateDevices();
      return voices.map(({ sinkId }) => devices.find(({ deviceId }) => deviceId === sinkId)?.label);
    });
  await expect.poll(heardOn).toEqual(['Fake Audio Output 2']);
  await expectSound(ana.page);
});

test('what the settings say of sound and picture is what the devices do, in the middle of a meeting', async ({
  meet,
}) => {
  const [ana, ben] = await meet(['Ana', 'Ben']);
  await expectMovingVideo(ben.page);
  const before = await negotiated(ana.page);
  const sound = async () => (await openTracks(ana.page, 'audio'))[0];
  const picture = async () => (await openTracks(ana.page, 'video'))[0];
  expect(await sound()).toMatchObject({ noiseSuppression: true, echoCancellation: true, autoGainControl: true });
  expect(await picture()).toMatchObject({ width: 1280, height: 720 });

  await ana.page.getByRole('button', { name: 'Choose microphone' }).click();
  await ana.page.getByRole('menuitem', { name: 'Device settings' }).click();
  const settings = ana.page.getByRole('dialog', { name: 'Settings' });
  for (const name of ['Suppress noise', 'Cancel echo', 'Adjust my volume']) {
    await turn(settings, name);
  }
  await expect.poll(sound).toMatchObject({ noiseSuppression: false, echoCancellation: false, autoGainControl: false });

  await settings.getByText('1080p').click();
  await expect.poll(picture).toMatchObject({ width: 1920, height: 1080 });
  await turn(settings, 'Save data');
  await expect.poll(picture).toMatchObject({ width: 640, height: 360 });
  await ana.page.keyboard.press('Escape');

  await expectMovingVideo(ben.page);
  await expectSound(ben.page);
  expect(await openTracks(ana.page, 'video')).toHaveLength(1);
  expect(await negotiated(ana.page)).toEqual(before);
});

/**
 * Waits for the few notes, looks at them as soon as some have been played, and stops them: all of it in the page, as they
 * are over before a busy machine has asked twice from outside.
 */
function stopWhilePlaying(page: Page) {
  return page.evaluate(async () => {
    const devices = await navigator.mediaDevices.enumerateDevices();
    for (;;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const bar = document.querySelector('[role=progressbar]');
      const sound = document.querySelector<HTMLAudioElement>('audio[data-sound=test]');
      const stop = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Stop the test');
      if (!bar || !sound || !stop || Number(bar.getAttribute('aria-valuenow')) <= 10) continue;
      const on = devices.find(({ deviceId }) => deviceId === sound.sinkId)?.label;
      const looked = { bar: bar.getAttribute('aria-label'), on, paused: sound.paused };
      stop.click();
      return looked;
    }
  });
}

test('the speaker can be tried out before joining, on the one that was chosen', async ({ launch }) => {
  const ana = await launch('Ana', { devices: 3 });
  await ana.page.getByRole('button', { name: 'New meeting' }).click();
  await choose(ana.page, 'Choose microphone', 'Speaker', 'Fake Audio Output 1');

  const looked = stopWhilePlaying(ana.page);
  await ana.page.getByRole('button', { name: 'Test speaker' }).click();
  expect(await looked).toEqual({ bar: 'Playing a few notes', on: 'Fake Audio Output 1', paused: false });
  await expect(ana.page.getByRole('button', { name: 'Test speaker' })).toBeVisible();
  await expect(ana.page.getByRole('progressbar')).toBeHidden();
  await expect(ana.page.locator('audio[data-sound=test]')).toHaveCount(0);
});

test('a microphone that is unplugged gives way to another one with a word, and comes back with one', async ({
  launch,
}) => {
  const sound = await SoundServer.open();
  await sound.plugInSpeaker('Desk speakers');
  await sound.plugInMicrophone('Desk');
  const headset = await sound.plugInMicrophone('Headset');
  const settings = { joinWithCamera: false };
  const [ana, ben] = await Promise.all([
    launch('Ana', { devices: null, env: sound.env, settings }),
    launch('Ben', { settings }),
  ]);
  const link = await hostMeeting(ana.page, 'Ana');
  await joinMeeting(ben.page, 'Ben', link);
  await choose(ana.page, 'Choose microphone', 'Microphone', /Headset/);
  const used = async () => (await openTracks(ana.page, 'audio')).map(({ label }) => label);
  await expect.poll(used).toEqual([expect.stringContaining('Headset')]);

  await headset.unplug();
  await expect(ana.page.getByText(/Headset was unplugged, using/).first()).toBeAttached();
  await expect.poll(used).toEqual([expect.not.stringContaining('Headset')]);
  await expect(controls(ana.page).getByRole('button', { name: 'Mute' })).toBeVisible();

  await sound.plugInMicrophone('Headset');
  await expect(ana.page.getByText(/Headset is back, using it again/).first()).toBeAttached();
  await expect.poll(used).toEqual([expect.stringContaining('Headset')]);
  await sound.close();
});

/** How much neighbouring points of a picture differ: the more there is to see in it, the more. */
function detailOf(page: Page, name: string): Promise<number> {
  return tile(page, name)
    .locator('video')
    .evaluate((video: HTMLVideoElement) => {
      const [width, height] = [640, 360];
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('there is no canvas to look at it on');
      context.drawImage(video, 0, 0, width, height);
      const { data } = context.getImageData(0, 0, width, height);
      let sum = 0;
      for (let at = 4; at < data.length; at += 4) sum += Math.abs((data[at] ?? 0) - (data[at - 4] ?? 0));
      return sum / (width * height);
    });
}

test('a blurred background is blurred for everybody, over the same connection, and gone as soon as it is switched off', async ({
  meet,
}) => {
  test.slow(); // Without a graphics card the model takes its time.
  const [ana, ben] = await meet(['Ana', 'Ben'], { settings: { cameraResolution: '360p' } });
  await expectMovingVideo(ben.page);
  const before = await negotiated(ana.page);
  await expect.poll(() => detailOf(ben.page, 'Ana')).toBeGreaterThan(0.05);
  const sharp = await detailOf(ben.page, 'Ana');

  // The camera's test picture is all background.
  await choose(ana.page, 'Choose camera', 'Background', 'Blurred');
  await expect.poll(() => detailOf(ben.page, 'Ana'), { timeout: 60_000 }).toBeLessThan(sharp / 2);
  await expectMovingVideo(ben.page, 3);
  expect((await openTracks(ana.page, 'video')).map(({ label }) => label)).toEqual(['fake_device_0']);

  await choose(ana.page, 'Choose camera', 'Background', 'As it is');
  await expect.poll(() => detailOf(ben.page, 'Ana')).toBeGreaterThan(sharp / 2);
  expect(await negotiated(ana.page)).toEqual(before);
});
