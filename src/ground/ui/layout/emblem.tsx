/** The emblem: a gold star on a red disc. A sign of our own, not the national emblem, whose use the law reserves. */
export const Emblem = ({ size = 44 }: { readonly size?: number }) => (
  <svg class="tt-emblem" width={size} height={size} viewBox="0 0 44 44" aria-hidden="true" focusable="false">
    <circle cx="22" cy="22" r="22" fill="#b3121d" />
    <path fill="#ffcd00" d={star} />
  </svg>
);

/** A five-pointed star: ten points, the inner radius by the golden ratio. */
const star = ((): string => {
  const points = Array.from({ length: 10 }, (_, i) => {
    const radius = i % 2 === 0 ? 12.5 : 12.5 * 0.382;
    const angle = (Math.PI / 5) * i - Math.PI / 2;
    return `${(22 + radius * Math.cos(angle)).toFixed(1)} ${(22 + radius * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${points.join('L')}z`;
})();
