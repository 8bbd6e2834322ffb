import { SetupFailure } from './failure.mjs';

const oldestNode = [20, 19];

/** @throws where this machine cannot run the project whatever is installed */
export function checkMachine() {
  if (process.platform !== 'linux') {
    throw new SetupFailure('Email Firewall needs Linux: it runs a real Dovecot.');
  }
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    throw new SetupFailure(
      `Node ${oldestNode.join('.')} or newer is needed; this is ${process.versions.node}.`,
    );
  }
}
