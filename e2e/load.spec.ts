// The load trial in small: a few admins at work on one console for some seconds, and not one wrong answer.
import { expect } from '@playwright/test';
import { fillScene } from '../trials/load';
import { type Answered, atWork } from '../trials/load-users';
import { testOnOwnConsole } from './support/own-console';

const test = testOnOwnConsole();

const KINDS = ['list page', 'details', 'route trace', 'save'];
const ROUNDS_MAX = 20;

test('admins at work at the same time all get what they asked for', async ({ console }) => {
  const scene = await fillScene(console, 6, 140);
  // As long as it takes: a busy machine has few answers in a few seconds.
  const answers: Answered[] = [];
  const kinds = new Set<string>();
  const isEnough = () => answers.length > 30 && KINDS.every((kind) => kinds.has(kind));
  for (let round = 0; round < ROUNDS_MAX && !isEnough(); round += 1) {
    for (const answer of await atWork(scene, { durationMs: 3_000, thinkMs: 200, chance: Math.random })) {
      answers.push(answer);
      kinds.add(answer.kind);
    }
  }
  expect(answers.flatMap(({ kind, error }) => (error === undefined ? [] : [`${kind}: ${error}`]))).toEqual(
    [],
  );
  expect(isEnough()).toBe(true);
});
