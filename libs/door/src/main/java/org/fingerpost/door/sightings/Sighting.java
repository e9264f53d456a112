package org.fingerpost.door.sightings;

import java.time.Instant;

/**
 * What one request told us and what we answered. An empty string, or provider 0, means: not known;
 * it is then left out of the event.
 *
 * @param service which door: redirect, config or firmware
 * @param mac twelve lower-case hex digits; the event's key
 * @param bytes length of the body that the answer sets out to send
 * @param userAgent at most 256 characters without control characters are kept
 * @param address of the peer
 * @param proof by what the phone has shown that it is the one with that MAC
 * @param rollout by whose rule the file was given, 0 if by none
 */
public record Sighting(
        Instant time,
        String service,
        Kind kind,
        Outcome outcome,
        String mac,
        long provider,
        String file,
        String model,
        String version,
        String method,
        int status,
        long bytes,
        String userAgent,
        String address,
        boolean secure,
        Proof proof,
        long rollout) {}
