import type { MapRegion } from '../../src/model/graph.ts';
import { GROUND, INK, type Theme } from '../look/kinds.ts';
import { blend } from '../look/looks.ts';
import { type Camera, type Size, toScreen } from './camera.ts';
import type { createNamePlacer } from './name-placement.ts';

/** Regions smaller than this on the screen, as radius in pixels, are neither drawn nor named. */
const SMALLEST = 10;
const SMALLEST_NAMED = 17;

/** The discs of the regions, the larger ones below the smaller ones within them. */
export function drawRegions(
  context: CanvasRenderingContext2D,
  regions: readonly MapRegion[],
  camera: Camera,
  view: Size,
  theme: Theme,
): void {
  context.clearRect(0, 0, view.width, view.height);
  for (const region of regions) {
    const radius = region.radius * camera.scale;
    if (radius < SMALLEST) continue;
    const { x, y } = toScreen(camera, view, region);
    if (x + radius < 0 || y + radius < 0 || x - radius > view.width || y - radius > view.height) continue;
    context.beginPath();
    context.arc(x, y, radius, 0, Math.PI * 2);
    context.fillStyle = blend(GROUND[theme], INK[theme], 0.035);
    context.globalAlpha = 0.8;
    context.fill();
    context.globalAlpha = 1;
    context.lineWidth = 1;
    context.strokeStyle = blend(GROUND[theme], INK[theme], 0.14);
    context.stroke();
  }
}

/** The names of the regions, the larger ones first; one that fills the view gives way to those within it. */
export function nameRegions(
  context: CanvasRenderingContext2D,
  regions: readonly MapRegion[],
  camera: Camera,
  view: Size,
  theme: Theme,
  placer: ReturnType<typeof createNamePlacer>,
): void {
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const region of regions) {
    const radius = region.radius * camera.scale;
    if (radius < SMALLEST_NAMED || radius * 1.6 > Math.max(view.width, view.height)) continue;
    const size = Math.round(Math.min(20, 9.5 + radius / 14));
    context.font = `650 ${size}px system-ui, sans-serif`;
    const width = context.measureText(region.label).width;
    // A name that is much wider than its region would seem to name the one beside it.
    if (width > radius * 3.2) continue;
    // Above the middle of its region, where the names of nodes do not stand.
    const { x, y } = toScreen(camera, view, { x: region.x, y: region.y + region.radius * 0.82 });
    const place = placer.centred({ x, y, radius: 0, width: width + 8, height: size + 4 });
    if (!place) continue;
    context.lineWidth = 4;
    context.strokeStyle = GROUND[theme];
    context.strokeText(region.label, place.left + 4, place.middle);
    context.fillStyle = INK[theme];
    context.fillText(region.label, place.left + 4, place.middle);
  }
}
