// How a length of time is counted down: "1:02:03", "12:03"; the last second shows until it has passed.
export function countdown(leftMs: number): string {
  const all = Math.max(0, Math.ceil(leftMs / 1_000));
  const [hours, minutes, seconds] = [Math.floor(all / 3_600), Math.floor(all / 60) % 60, all % 60];
  const two = (part: number): string => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}
