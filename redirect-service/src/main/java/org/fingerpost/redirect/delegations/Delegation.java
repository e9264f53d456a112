package org.fingerpost.redirect.delegations;

import java.time.Instant;
import org.fingerpost.redirect.ranges.MacRange;

/**
 * A part of a range in which another provider may register.
 *
 * @param range the id of the range
 * @param provider who owns the range
 * @param to who may register
 */
public record Delegation(
        long id, long range, long provider, long to, MacRange part, Instant openedAt) {}
