import { createMenuHandle } from '../components/Menu.tsx';

/** The one menu of all rows: it is told the id of the rule that it is opened for. */
export const ruleMenu = createMenuHandle<string>();
