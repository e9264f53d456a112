package org.fingerpost.redirect.dialects.credentials;

import java.util.Optional;
import org.fingerpost.access.Caller;

/**
 * Whose program is speaking.
 *
 * @param credential the id of the credential that it has shown
 * @param targetServer where GAPS sends phones by default
 */
public record Speaker(long credential, Caller.OfProvider caller, Optional<Long> targetServer) {}
