import type { Span } from '../../model/article.ts';
import type { Column } from './columns.ts';
import { bareName, fileName, spacedName } from './file-name.ts';
import { emptyRow, type FileRow } from './file-row.ts';
import { isBlankValue, isGroupedSize, isoDate, isPlatform, isTime, sizeInBytes } from './values.ts';

/** Reads a row whose cells are told apart, one for each column; null where a cell does not hold what its column says. */
export function readCells(view: string, cells: readonly Span[], columns: readonly Column[]): FileRow | null {
  if (cells.length > columns.length || cells.length < columns.length - 1) return null;
  const row = emptyRow();
  for (const [i, column] of columns.entries()) {
    const cell = cells[i];
    if (!cell) continue;
    const printed = view
      .slice(cell.from, cell.to)
      .replace(/<[^<>]{1,10}\/>|\s+/g, ' ')
      .trim();
    if (isBlankValue(printed)) continue;
    switch (column) {
      case 'name': {
        const name = fileName(printed) ?? bareName(printed) ?? spacedName(printed);
        if (!name) return null;
        row.name = name;
        row.names.push(name);
        break;
      }
      case 'version':
        if (!/^[vV]?\d/.test(printed) || printed.length > 40 || isGroupedSize(printed) || fileName(printed))
          return null;
        row.version = printed;
        row.values++;
        break;
      case 'date': {
        const [day, ...rest] = printed.split(' ');
        const date = isoDate(printed) ?? isoDate(day!);
        if (!date || (rest.length > 0 && isoDate(printed) === null && !isTime(rest.join(' ')))) return null;
        row.date = date;
        row.values++;
        break;
      }
      case 'time':
        if (!isTime(printed)) return null;
        row.values++;
        break;
      case 'size': {
        // '144 KB (147,728 bytes)'
        const size = sizeInBytes(/\(([\d,]{1,15}) bytes\)$/.exec(printed)?.[1] ?? printed);
        if (size === null) return null;
        row.size = size;
        row.values++;
        break;
      }
      case 'platform':
        if (printed.length > 40 || isoDate(printed) || fileName(printed)) return null;
        row.platform = printed.replace(/^[(<]([^()<>]*)[)>]$/, '$1');
        row.values++;
        break;
      case 'language':
      case 'branch':
      case 'baseline':
        row[column] = printed;
        break;
      default:
        // '4.0 SP2 Server Update (Intel)'
        row.platform ??= platformIn(printed);
        break;
    }
  }
  return row.name ? row : null;
}

/** A platform in brackets, where it is the only one. */
function platformIn(printed: string): string | null {
  const m = /^[^()]*\(([^()]{2,20})\)[^()]*$/.exec(printed);
  return m && isPlatform(m[1]!) ? m[1]! : null;
}
