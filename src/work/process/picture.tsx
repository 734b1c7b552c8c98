/** The diagram of a definition as SVG, drawn on the server in the signs of BPMN; the table of its steps stands beside it. */
import type { VNode } from 'preact';
import type { Box, Drawing, Point } from './layout.ts';
import type { Definition, Node } from './schema.ts';

/** How strongly a step is marked (0 none to 1 most), and what is written below it: where time goes. */
export type Marks = ReadonlyMap<string, { readonly strength: number; readonly note: string }>;

const INK = '#14365c';
const PAPER = '#ffffff';
const LINE_HEIGHT = 14;
/** Letters that fit into a pixel of width at 12 px. */
const LETTERS = 6.8;

/** Words in lines of a width; what does not fit into the height ends with an ellipsis. */
function inLines(text: string, width: number, most: number): readonly string[] {
  const room = Math.max(4, Math.floor(width / LETTERS));
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]}…`];
}

const Words = ({
  text,
  box,
  below,
}: {
  readonly text: string;
  readonly box: Box;
  readonly below?: boolean;
}) => {
  const width = below ? Math.max(box.width, 110) : box.width - 8;
  const lines = inLines(text, width, below ? 3 : Math.max(1, Math.floor(box.height / LINE_HEIGHT) - 1));
  const x = box.x + box.width / 2;
  const top = below
    ? box.y + box.height + LINE_HEIGHT
    : box.y + box.height / 2 - ((lines.length - 1) * LINE_HEIGHT) / 2 + 4;
  return (
    // A flow may cross the words below a sign: they keep some paper around them.
    <text
      text-anchor="middle"
      font-size="12"
      fill={INK}
      {...(below && { stroke: PAPER, 'stroke-width': 4, 'paint-order': 'stroke' })}
    >
      {lines.map((line, i) => (
        <tspan x={x} y={top + i * LINE_HEIGHT}>
          {line}
        </tspan>
      ))}
    </text>
  );
};

/** From white to gold: read with the words below the step, never alone. */
const shade = (strength: number): string => {
  const part = Math.min(1, Math.max(0, strength));
  const mix = (from: number, to: number): number => Math.round(from + (to - from) * part);
  return `rgb(${mix(255, 233)},${mix(255, 168)},${mix(255, 32)})`;
};

const centre = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

const Event = ({ node, box }: { readonly node: Node; readonly box: Box }) => {
  const { x, y } = centre(box);
  const radius = Math.min(box.width, box.height) / 2;
  const ring = node.kind === 'catch' || node.kind === 'throw' || node.kind === 'boundary';
  const type = 'event' in node ? node.event.type : 'none';
  return (
    <>
      <circle
        cx={x}
        cy={y}
        r={radius}
        fill={PAPER}
        stroke={INK}
        stroke-width={node.kind === 'end' ? 4 : 1.5}
      />
      {ring && <circle cx={x} cy={y} r={radius - 3} fill="none" stroke={INK} />}
      {type === 'timer' && (
        <path d={`M${x} ${y - 7}V${y}H${x + 6}`} fill="none" stroke={INK} stroke-width="2" />
      )}
      {type === 'message' && (
        <path d={`M${x - 8} ${y - 5}h16v10h-16zl8 6l8 -6`} fill="none" stroke={INK} stroke-width="1.2" />
      )}
    </>
  );
};

const Gateway = ({ node, box }: { readonly node: Node; readonly box: Box }) => {
  const { x, y } = centre(box);
  const sign =
    node.kind === 'parallel'
      ? `M${x - 9} ${y}h18M${x} ${y - 9}v18`
      : `M${x - 6} ${y - 8}l12 16M${x + 6} ${y - 8}l-12 16`;
  return (
    <>
      <path
        d={`M${x} ${box.y}L${box.x + box.width} ${y}L${x} ${box.y + box.height}L${box.x} ${y}Z`}
        fill={PAPER}
        stroke={INK}
        stroke-width="1.5"
      />
      <path d={sign} stroke={INK} stroke-width="3" />
    </>
  );
};

const isRound = (kind: Node['kind']): boolean =>
  kind === 'start' || kind === 'end' || kind === 'catch' || kind === 'throw' || kind === 'boundary';

const Shape = ({ node, box, marks }: { readonly node: Node; readonly box: Box; readonly marks: Marks }) => {
  const mark = marks.get(node.id);
  if (isRound(node.kind))
    return (
      <g>
        <Event node={node} box={box} />
        {node.name && <Words text={node.name} box={box} below />}
      </g>
    );
  if (node.kind === 'exclusive' || node.kind === 'parallel')
    return (
      <g>
        <Gateway node={node} box={box} />
        {node.name && <Words text={node.name} box={box} below />}
      </g>
    );
  return (
    <g>
      <title>{node.name}</title>
      <rect
        {...box}
        rx="8"
        fill={node.kind === 'sub' ? 'none' : shade(mark?.strength ?? 0)}
        stroke={INK}
        stroke-width={node.kind === 'call' ? 4 : 1.5}
      />
      {node.kind === 'sub' ? (
        <Words text={node.name} box={{ ...box, height: 2 * LINE_HEIGHT }} />
      ) : (
        <Words text={node.name} box={box} />
      )}
      {mark && <Words text={mark.note} box={box} below />}
    </g>
  );
};

const Arrow = ({ points }: { readonly points: readonly Point[] }) => (
  <polyline
    points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
    fill="none"
    stroke={INK}
    stroke-width="1.5"
    marker-end="url(#tt-arrow)"
  />
);

/** Draws a definition. `label` says in a sentence what it shows. */
export const ProcessPicture = ({
  definition,
  drawing,
  label,
  marks = new Map(),
}: {
  readonly definition: Definition;
  readonly drawing: Drawing;
  readonly label: string;
  readonly marks?: Marks;
}): VNode => (
  <div class="tt-scroll" tabIndex={0} role="group" aria-label={label}>
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={Math.ceil(drawing.width)}
      height={Math.ceil(drawing.height + 3 * LINE_HEIGHT)}
      viewBox={`0 0 ${Math.ceil(drawing.width)} ${Math.ceil(drawing.height + 3 * LINE_HEIGHT)}`}
      role="img"
      aria-label={label}
    >
      <defs>
        <marker
          id="tt-arrow"
          viewBox="0 0 10 10"
          refX="10"
          refY="5"
          markerWidth="8"
          markerHeight="8"
          orient="auto"
        >
          <path d="M0 0L10 5L0 10z" fill={INK} />
        </marker>
      </defs>
      {[...drawing.lines.values()].map((points) => (
        <Arrow points={points} />
      ))}
      {definition.nodes.map((node) => {
        const box = drawing.boxes.get(node.id);
        return box && <Shape node={node} box={box} marks={marks} />;
      })}
    </svg>
  </div>
);
