export { bulletinSearch } from './bulletin-search.ts';
export { csaf } from './csaf.ts';
export { cvrfJson } from './cvrf-json.ts';
export { cvrfXml } from './cvrf-xml.ts';
export { mssecure } from './mssecure.ts';
export { wesng } from './wesng.ts';
export { wsusscn2 } from './wsusscn2.ts';
