package org.fingerpost.launcher.services;

import org.fingerpost.launcher.parts.DatabasePart;
import org.fingerpost.launcher.parts.StreamPart;
import org.fingerpost.launcher.trust.Keys;
import org.fingerpost.launcher.trust.ServerCertificate;

/**
 * What every service is told about: where its database and Kafka would be, the keys, its
 * certificate.
 */
public record Backing(
        DatabasePart database, StreamPart stream, Keys keys, ServerCertificate certificate) {}
