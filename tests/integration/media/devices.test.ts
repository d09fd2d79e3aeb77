import { expect, test } from 'vitest';

import { LabMeeting } from './lab/meeting.ts';
import { eventually, faultsOf, hears, lastReport, liveTracks, sees, viewOf } from './lab/senses.ts';
import { useLab } from './lab/useLab.ts';

const lab = useLab();

async function alone() {
  const meeting = new LabMeeting();
  const ana = await meeting.join('ana', await lab.open());
  await eventually(() => liveTracks(ana)).toEqual(['audio', 'video']);
  /** Ids of the devices that are open, the microphone's first. */
  const devices = (): Promise<readonly (string | undefined)[]> =>
    ana.page.evaluate(() =>
      (['audio', 'video'] as const)
        .flatMap((kind) => window.lab.census.liveTracks(kind))
        .map((track) => track.getSettings().deviceId),
    );
  return { meeting, ana, devices };
}

test('choosing another camera and microphone in a meeting switches what the others get', async () => {
  const { meeting, ana, devices } = await alone();
  const ben = await meeting.join('ben', await lab.open());
  await sees(ben, ana);
  const { cameras, microphones } = await viewOf(ana);
  const [cameraId, microphoneId] = [cameras[2]?.id ?? '', microphones[1]?.id ?? ''];
  await meeting.change(ana, { cameraId, microphoneId });
  await eventually(devices).toEqual([microphoneId, cameraId]);
  await sees(ben, ana);
  await hears(ben, ana);
  expect(await faultsOf(ana, ben)).toEqual([]);
});

test('a device that is not there any more gives way to the default one, without an error', async () => {
  const { meeting, ana, devices } = await alone();
  await meeting.change(ana, { cameraId: 'gone'.repeat(16), microphoneId: 'gone'.repeat(16) });
  await eventually(() => lastReport(ana)).toMatchObject({
    microphone: { live: true, error: null },
    camera: { live: true, error: null },
  });
  expect(await devices()).toHaveLength(2);
});

test('a device that is unplugged gives way to another one, and the others go on seeing', async () => {
  const { meeting, ana } = await alone();
  const ben = await meeting.join('ben', await lab.open());
  await sees(ben, ana);
  await ana.page.evaluate((id) => {
    const [camera] = window.lab.census.liveTracks('video');
    window.lab.passTime(id, 60_000);
    // As the browser does it: the track is ended, and says so.
    camera?.stop();
    camera?.dispatchEvent(new Event('ended'));
  }, ana.id);
  await eventually(() => liveTracks(ana)).toEqual(['audio', 'video']);
  await sees(ben, ana);
  expect(await faultsOf(ana, ben)).toEqual([]);
});

test('the lists follow what is plugged in', async () => {
  const { ana } = await alone();
  expect((await viewOf(ana)).cameras).toHaveLength(3);
  await ana.page.evaluate(() => {
    const { mediaDevices } = navigator;
    const enumerate = mediaDevices.enumerateDevices.bind(mediaDevices);
    mediaDevices.enumerateDevices = async () => (await enumerate()).filter(({ label }) => label === 'fake_device_0');
    mediaDevices.dispatchEvent(new Event('devicechange'));
  });
  await eventually(async () => (await viewOf(ana)).cameras.map(({ label }) => label)).toEqual(['fake_device_0']);
});

test('a refused device is reported as refused, and opened once it is allowed and asked for again', async () => {
  const page = await lab.open();
  await lab.allowDevices(false);
  const meeting = new LabMeeting();
  const ana = await meeting.join('ana', page);
  await eventually(() => lastReport(ana)).toMatchObject({
    microphone: { live: false, error: 'capture-refused' },
    camera: { live: false, error: 'capture-refused' },
  });
  await lab.allowDevices(true);
  await meeting.change(ana, { microphone: false, camera: false });
  await eventually(() => lastReport(ana)).toMatchObject({ microphone: { error: null }, camera: { error: null } });
  await meeting.change(ana, { microphone: true, camera: true });
  await eventually(() => liveTracks(ana)).toEqual(['audio', 'video']);
  expect(await faultsOf(ana)).toEqual([]);
});
