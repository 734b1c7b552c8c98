export { getItem, listItems, type VaultItem } from './items.ts';
