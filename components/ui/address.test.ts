import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pushAddress, replaceAddress } from './address';

class BareHistory {
  pushState() {
    throw new Error('nobody follows this');
  }
  replaceState() {
    throw new Error('nobody follows this');
  }
}

const page = () => {
  const history = new BareHistory();
  const location = { assign: vi.fn(), replace: vi.fn() };
  vi.stubGlobal('window', { history, location });
  return { history, location };
};

describe('changing the address', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is told to the router that listens', () => {
    const { history } = page();
    const followed = { pushState: vi.fn(), replaceState: vi.fn() };
    Object.assign(history, followed);
    pushAddress('/connectors?connector=1');
    replaceAddress('/connectors');
    expect(followed.pushState).toHaveBeenCalledWith(null, '', '/connectors?connector=1');
    expect(followed.replaceState).toHaveBeenCalledWith(null, '', '/connectors');
  });

  it('waits for a router that does not listen yet, as on a click while the page comes alive', () => {
    const { history, location } = page();
    pushAddress('/connectors?connector=1');
    vi.advanceTimersByTime(20);
    const pushState = vi.fn();
    Object.assign(history, { pushState });
    vi.runAllTimers();
    expect(pushState).toHaveBeenCalledExactlyOnceWith(null, '', '/connectors?connector=1');
    expect(location.assign).not.toHaveBeenCalled();
  });

  it('loads the page where no router ever listens', () => {
    const { location } = page();
    pushAddress('/connectors?connector=1');
    replaceAddress('/connectors');
    vi.runAllTimers();
    expect(location.assign).toHaveBeenCalledExactlyOnceWith('/connectors?connector=1');
    expect(location.replace).toHaveBeenCalledExactlyOnceWith('/connectors');
  });
});
