import { expect, it } from "vitest";
import { clientAddress } from "./client-address.ts";

it.each([
  ["the peer, whatever it claims", "", "203.0.113.9", "198.51.100.1", "203.0.113.9"],
  ["the peer of an IPv6 socket as IPv4", "", "::ffff:203.0.113.9", "", "203.0.113.9"],
  ["what a trusted proxy saw", "10.0.0.0/8", "10.1.2.3", "198.51.100.1", "198.51.100.1"],
  [
    "what the last of two trusted proxies saw, not what the client wrote before it",
    "10.0.0.0/8 ::1",
    "::1",
    "1.2.3.4, 198.51.100.1, 10.9.9.9",
    "198.51.100.1",
  ],
  ["the proxy when it says nothing that is an address", "10.0.0.0/8", "10.1.2.3", "unknown", "10.1.2.3"],
  ["the proxy when it says nothing", "10.1.2.3", "10.1.2.3", undefined, "10.1.2.3"],
])("a request comes from %s", (_, trusted, peer, forwardedFor, client) => {
  expect(clientAddress(trusted)(peer, forwardedFor)).toBe(client);
});

it.each(["proxy.example", "10.0.0.0/33", "10.0.0.0/x"])("%s is refused with words", (trusted) => {
  expect(() => clientAddress(trusted)).toThrow(`TRUSTED_PROXIES: ${trusted}`);
});
