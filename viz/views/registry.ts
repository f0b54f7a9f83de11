import { chain } from '../chain/view.ts';
import { fileHistory } from '../file/view.ts';
import { focus } from '../focus/view.ts';
import { list } from '../list/view.ts';
import { map } from '../map/view.ts';
import { path } from '../path/view.ts';
import { plan } from '../plan/view.ts';

// The views, each a `View` of view.ts. To add one:
//
// 1. viz/chain/view.ts describes it. This module is also read in Node, so no DOM and no sigma at its top:
//      export const chain: View = {
//        name: 'chain', title: 'Chain', of: ['article', 'fix'], load: () => import('./chain-view.ts'),
//      };
// 2. viz/chain/chain-view.ts draws it: `export const mount: Mount = (root, explorer) => ({ update, shown, close })`.
//    It reads `explorer.state`, changes it by `explorer.dispatch(transition)`, and asks the server by `server/api.ts`.
//    Parameters of its own (`?product=…`) come and go by `setParameters`: what a reload and Back bring back stands
//    there. Its styles lie beside it and are imported by chain-view.ts (`import './chain.css'`).
// 3. Its line here; the order is that of the tabs.
export const VIEWS = [map, focus, list, chain, plan, path, fileHistory];
