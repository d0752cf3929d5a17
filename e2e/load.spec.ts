// The load trial in small: a few admins at work on one console for some seconds, and not one wrong answer.
import { expect } from '@playwright/test';
import { fillScene } from '../trials/load';
import { atWork } from '../trials/load-users';
import { testOnOwnConsole } from './support/own-console';

const test = testOnOwnConsole();

test('admins at work at the same time all get what they asked for', async ({ console }) => {
  const scene = await fillScene(console, 6, 140);
  const answers = await atWork(scene, { durationMs: 6_000, thinkMs: 200, chance: Math.random });
  expect(answers.flatMap(({ kind, error }) => (error === undefined ? [] : [`${kind}: ${error}`]))).toEqual(
    [],
  );
  expect(answers.length).toBeGreaterThan(30);
  const kinds = new Set(answers.map(({ kind }) => kind));
  for (const kind of ['list page', 'details', 'route trace', 'save']) expect(kinds).toContain(kind);
});
