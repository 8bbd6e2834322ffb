export { type AccountDirectory, openAccountDirectory } from './account-directory.ts';
export { mailboxOfFileName } from './file-names.ts';
export { readPolicyFile } from './policy-file.ts';
export { openPolicyStore, type PolicyStore, type SaveResult } from './policy-store.ts';
