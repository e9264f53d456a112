package org.fingerpost.redirect.notices.webhooks;

import java.net.URI;
import org.fingerpost.redirect.notices.signing.SealedSecret;

/**
 * The right to speak to a webhook once.
 *
 * @param lease which turn it is; a later one voids it
 */
public record Turn(long provider, long lease, URI url, SealedSecret secret) {}
