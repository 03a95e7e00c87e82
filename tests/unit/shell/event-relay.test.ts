import { describe, expect, it } from 'vitest';
import { EventRelay } from '../../../src-main/preload/event-relay';

describe('the relay of events', () => {
  it('tells everyone who listens to that event, until they stop', () => {
    const relay = new EventRelay();
    const heard: unknown[] = [];
    const stop = relay.subscribe('boards.changed', () => heard.push('first'));
    relay.subscribe('boards.changed', () => heard.push('second'));
    relay.subscribe('style.learnt', () => heard.push('other'));
    relay.tell('boards.changed', {});
    stop();
    relay.tell('boards.changed', {});
    expect(heard).toEqual(['first', 'second', 'second']);
  });

  it('knows only the events of the contract', () => {
    const relay = new EventRelay();
    expect(() => relay.subscribe('constructor' as never, () => undefined)).toThrow('constructor');
    expect(() => relay.tell('toString', {})).not.toThrow();
  });
});
