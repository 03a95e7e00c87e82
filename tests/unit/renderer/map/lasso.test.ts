import { describe, expect, it } from 'vitest';
import { drawOn, enclosedWorks, isInside } from '../../../../src-renderer/lib/map/lasso';
import { PlaneIndex } from '../../../../src-renderer/lib/map/plane-index';

const square = [
  { x: 0, y: 0 },
  { x: 4, y: 0 },
  { x: 4, y: 4 },
  { x: 0, y: 4 },
];
/** A letter U, open at the top. */
const hollow = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 3 },
  { x: 3, y: 3 },
  { x: 3, y: 0 },
  { x: 4, y: 0 },
  { x: 4, y: 4 },
  { x: 0, y: 4 },
];

describe('isInside', () => {
  const cases = [
    { line: square, at: { x: 2, y: 2 }, expected: true },
    { line: square, at: { x: 5, y: 2 }, expected: false },
    { line: square, at: { x: -1, y: 2 }, expected: false },
    { line: square, at: { x: 2, y: -0.1 }, expected: false },
    { line: hollow, at: { x: 0.5, y: 1 }, expected: true },
    { line: hollow, at: { x: 2, y: 1 }, expected: false },
    { line: hollow, at: { x: 2, y: 3.5 }, expected: true },
    { line: hollow, at: { x: 3.5, y: 0.5 }, expected: true },
  ];
  it.each(cases)('($at.x, $at.y) is inside: $expected', ({ line, at, expected }) => {
    expect(isInside(line, at)).toBe(expected);
  });

  it('does not mind which way round the line was drawn', () => {
    expect(isInside([...hollow].reverse(), { x: 0.5, y: 1 })).toBe(true);
    expect(isInside([...hollow].reverse(), { x: 2, y: 1 })).toBe(false);
  });

  it('leaves the doubled part of a line that crosses itself out', () => {
    const pentagram = [0, 2, 4, 1, 3].map((corner) => ({
      x: Math.sin((corner * 2 * Math.PI) / 5),
      y: -Math.cos((corner * 2 * Math.PI) / 5),
    }));
    expect(isInside(pentagram, { x: 0, y: -0.7 })).toBe(true);
    expect(isInside(pentagram, { x: 0, y: 0 })).toBe(false);
  });

  it('encloses nothing without a line', () => {
    expect(isInside([], { x: 0, y: 0 })).toBe(false);
  });
});

describe('enclosedWorks', () => {
  const positions = Float32Array.from([0.5, 1, 2, 1, 2, 3.5, 9, 9, 3.5, 0.5]);
  const index = new PlaneIndex(positions);

  it('takes the works inside and no other', () => {
    expect(enclosedWorks(hollow, positions, index)).toEqual([0, 2, 4]);
    expect(enclosedWorks(square, positions, index)).toEqual([0, 1, 2, 4]);
  });

  it('takes nothing for a mere stroke', () => {
    expect(enclosedWorks(square.slice(0, 2), positions, index)).toEqual([]);
  });
});

describe('drawOn', () => {
  it('follows the hand but not its trembling', () => {
    const line = [{ x: 0, y: 0 }];
    expect(drawOn(line, { x: 1, y: 1 })).toBe(line);
    expect(drawOn(line, { x: 8, y: 0 })).toEqual([
      { x: 0, y: 0 },
      { x: 8, y: 0 },
    ]);
  });
});
