import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

type Flags = { verified?: boolean };

/** An authenticator that keeps one passkey of a place, as a phone does; made of what WebAuthn level 2 says. */
export function makeAuthenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x, y } = publicKey.export({ format: "jwk" });
  const id = randomBytes(16);
  let counter = 0;

  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authData = (verified: boolean, attested: Uint8Array = new Uint8Array()) => {
    counter += 1;
    const flags = 0x01 | (verified ? 0x04 : 0) | (attested.length > 0 ? 0x40 : 0);
    const head = Buffer.concat([sha256(new URL(origin).hostname), Buffer.from([flags, 0, 0, 0, counter])]);
    return Buffer.concat([head, attested]);
  };
  const answer = <T>(response: T) => ({
    ...{ id: id.toString("base64url"), rawId: id.toString("base64url"), type: "public-key" as const },
    ...{ response, clientExtensionResults: {} },
  });

  return {
    id: id.toString("base64url"),
    /** What a browser answers that was asked to make a passkey. */
    make(challenge: string, { verified = true }: Flags = {}) {
      const key = Buffer.concat([
        Buffer.from("a501020326200121", "hex"),
        ...[Buffer.from("5820", "hex"), Buffer.from(x!, "base64url")],
        ...[Buffer.from("225820", "hex"), Buffer.from(y!, "base64url")],
      ]);
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
      const data = authData(verified, attested);
      const attestation = Buffer.concat([
        Buffer.from("a363666d74646e6f6e656761747453746d74a068617574684461746158", "hex"),
        ...[Buffer.from([data.length]), data],
      ]);
      return answer({
        clientDataJSON: clientData("webauthn.create", challenge).toString("base64url"),
        attestationObject: attestation.toString("base64url"),
        transports: ["internal"],
      });
    },
    /** What a browser answers that was asked to sign in. */
    use(challenge: string, { verified = true }: Flags = {}) {
      const client = clientData("webauthn.get", challenge);
      const data = authData(verified);
      const signature = sign("sha256", Buffer.concat([data, sha256(client)]), privateKey);
      return answer({
        clientDataJSON: client.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: signature.toString("base64url"),
      });
    },
    /** As if it had been copied before it was last used. */
    rewind(): void {
      counter -= 1;
    },
  };
}

const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest();
