import { isPrivateServer } from '#meeting/invite/serverAddress.ts';

/** What `os.networkInterfaces()` says of one address. */
export interface InterfaceAddress {
  readonly address: string;
  readonly family: string | number;
  readonly internal: boolean;
}

/** Interfaces that containers and virtual machines make: their addresses lead to no other person's machine. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|lxc|lxd|podman|cni|flannel|tap|zt)/i;

/**
 * The addresses, as `host:port`, under which others on the network reach this machine; likeliest first. IPv4 only: it is
 * what every local network has. Addresses that need TLS are left out, because the server inside the app has none.
 */
export function lanAddresses(
  interfaces: Readonly<Record<string, readonly InterfaceAddress[] | undefined>>,
  port: number,
): readonly string[] {
  return Object.entries(interfaces)
    .flatMap(([name, addresses = []]) =>
      addresses.filter(isIpv4).map(({ address }) => ({ address, virtual: VIRTUAL.test(name) })),
    )
    .filter(({ address }) => isPrivateServer(address))
    .sort((a, b) => rank(a) - rank(b))
    .map(({ address }) => `${address}:${port}`);
}

const isIpv4 = ({ family, internal }: InterfaceAddress): boolean => !internal && (family === 'IPv4' || family === 4);

/** Home and office networks before self-assigned addresses, real interfaces before virtual ones. */
const rank = ({ address, virtual }: { readonly address: string; readonly virtual: boolean }): number =>
  (virtual ? 2 : 0) + (address.startsWith('169.254.') ? 1 : 0);
