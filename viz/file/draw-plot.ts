import type { Theme } from '../look/kinds.ts';
import { PALETTE } from '../look/palette.ts';
import { fitLines } from '../page/fit-lines.ts';
import { drawing, s } from '../page/svg.ts';
import type { FilePlot, PlotMark } from './file-plot.ts';

/** Draws a plot of builds; a filled mark is current, a hollow one replaced. */
export function drawPlot(
  plot: FilePlot,
  { theme, label, picked }: { theme: Theme; label: string; picked: string | null },
  onPick: (key: string) => void,
): SVGSVGElement {
  const palette = PALETTE[theme];
  const svg = drawing(plot, label);
  svg.append(s('rect', { width: plot.width, height: plot.height, fill: palette.ground }));
  const bottom = plot.height - 24;
  for (const { x, text } of plot.ticks) {
    svg.append(
      s('path', { d: `M${x} 8V${bottom}`, stroke: palette.line, 'stroke-width': 1 }),
      s('text', { x, y: bottom + 16, 'font-size': 11, 'text-anchor': 'middle', fill: palette.quiet }, text),
    );
  }
  if (plot.axis === 'order') {
    const words =
      plot.right - plot.left < 560
        ? 'older ← by version → newer'
        : 'older builds ← by version, since most have no date → newer builds';
    svg.append(
      s(
        'text',
        {
          x: (plot.left + plot.right) / 2,
          y: bottom + 16,
          'font-size': 11,
          'text-anchor': 'middle',
          fill: palette.quiet,
        },
        words,
      ),
    );
  }
  for (const row of plot.rows) {
    if (row.product !== null) {
      svg.append(
        s('text', { x: 12, y: row.y - 28, 'font-size': 13, 'font-weight': 600, fill: palette.ink }, row.product),
      );
    }
    const [name = ''] = fitLines(row.name, { room: plot.left - 20, lines: 1, size: 12, weight: 400 });
    const [first, last] = [row.marks[0], row.marks.at(-1)];
    svg.append(
      s('text', { x: 12, y: row.y + 4, 'font-size': 12, fill: palette.quiet }, name),
      first && last
        ? s('path', { d: `M${first.x} ${row.y}H${last.x}`, stroke: palette.edge, 'stroke-width': 1.5 })
        : '',
      ...row.marks.map((mark) => drawMark(mark)),
    );
  }
  return svg;

  function drawMark(mark: PlotMark): SVGGElement {
    const isPicked = mark.key === picked;
    const colour = mark.isCurrent ? palette.good : palette.edge;
    const pick = () => onPick(mark.key);
    return s(
      'g',
      {
        class: 'node',
        role: 'button',
        tabindex: 0,
        'aria-label': mark.words,
        'aria-pressed': isPicked ? 'true' : 'false',
        onclick: pick,
        onkeydown: (event: KeyboardEvent) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          pick();
        },
      },
      s('title', {}, mark.words),
      s('circle', { cx: mark.x, cy: mark.y, r: 12, fill: 'transparent' }),
      isPicked &&
        s('circle', { cx: mark.x, cy: mark.y, r: 10, fill: 'none', stroke: palette.accent, 'stroke-width': 2.5 }),
      s('circle', {
        cx: mark.x,
        cy: mark.y,
        r: 5.5,
        fill: mark.isCurrent ? colour : palette.ground,
        stroke: colour,
        'stroke-width': 2,
        class: 'box',
      }),
      mark.label &&
        s(
          'text',
          {
            x: Math.min(mark.x, plot.width - 4 - mark.label.text.length * 3.2),
            y: mark.label.y,
            'font-size': 11,
            'text-anchor': 'middle',
            fill: palette.ink,
          },
          mark.label.text,
        ),
    );
  }
}
