import { expect, it } from "vitest";
import { readNetworks } from "#server/networks.ts";
import { closedBy } from "./guard.ts";

const none = readNetworks("");
const hook = new URL("https://hooks.slack.example/services/T0/B0/x");
const offInternet = "notPublic";

it.each([
  ["this host", "0.0.0.0"],
  ["a private network", "10.1.2.3"],
  ["a private network", "172.16.0.1"],
  ["a private network", "172.31.255.255"],
  ["a private network", "192.168.1.1"],
  ["a carrier's network", "100.64.0.1"],
  ["loopback", "127.0.0.1"],
  ["loopback", "127.255.255.254"],
  ["link-local, where clouds keep their secrets", "169.254.169.254"],
  ["the IETF's", "192.0.0.8"],
  ["documentation", "192.0.2.1"],
  ["documentation", "198.51.100.1"],
  ["documentation", "203.0.113.9"],
  ["a relay of 6to4", "192.88.99.1"],
  ["benchmarks", "198.18.0.1"],
  ["multicast", "224.0.0.1"],
  ["reserved", "240.0.0.1"],
  ["everybody", "255.255.255.255"],
  ["unspecified", "::"],
  ["loopback", "::1"],
  ["IPv4 in IPv6", "::ffff:10.0.0.1"],
  ["IPv4 in IPv6", "::ffff:8.8.8.8"],
  ["IPv4 in IPv6, in hexadecimal", "::ffff:7f00:1"],
  ["NAT64", "64:ff9b::a00:1"],
  ["discard", "100::1"],
  ["Teredo", "2001:0:4136:e378::1"],
  ["documentation", "2001:db8::1"],
  ["6to4 of loopback", "2002:7f00:1::"],
  ["documentation", "3fff::1"],
  ["unique local", "fd00::1"],
  ["unique local", "fc00::1"],
  ["link-local", "fe80::1"],
  ["site-local", "fec0::1"],
  ["multicast", "ff02::1"],
])("nothing is sent to %s: %s", (_, address) => {
  expect(closedBy(hook, [address], none)).toBe(offInternet);
  expect(closedBy(hook, ["8.8.8.8", address], none)).toBe(offInternet);
});

it.each([
  "8.8.8.8",
  "172.32.0.1",
  "172.15.255.255",
  "100.128.0.1",
  "192.167.1.1",
  "2606:4700::1111",
  "2a00:1450:400f::1",
])("what is on the internet may be sent to: %s", (address) => {
  expect(closedBy(hook, [address], none)).toBeNull();
});

it("nothing is sent in the clear, to another port, or to a name without an address", () => {
  const at = (url: string) => closedBy(new URL(url), ["8.8.8.8"], none);
  expect(at("http://hooks.slack.example/x")).toBe("notSecure");
  expect(at("https://hooks.slack.example:8443/x")).toBe("otherPort");
  expect(at("https://hooks.slack.example:443/x")).toBeNull();
  expect(closedBy(hook, [], none)).toBe("noAddress");
});

it("what the operator opened may be reached in any way, and nothing beside it", () => {
  const opened = readNetworks("10.1.2.0/24, ::1");
  const chat = new URL("http://chat.intern:8065/hooks/x");
  expect(closedBy(chat, ["10.1.2.7"], opened)).toBeNull();
  expect(closedBy(chat, ["::1"], opened)).toBeNull();
  expect(closedBy(chat, ["10.1.3.7"], opened)).toBe(offInternet);
  expect(closedBy(chat, ["10.1.2.7", "10.1.3.7"], opened)).toBe(offInternet);
  expect(closedBy(chat, ["8.8.8.8"], opened)).toBe("notSecure");
});
