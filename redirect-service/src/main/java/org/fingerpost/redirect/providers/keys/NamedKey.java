package org.fingerpost.redirect.providers.keys;

import java.time.Instant;
import java.util.Set;
import org.fingerpost.access.Permission;

/**
 * An API key as its provider sees it afterwards.
 *
 * @param id the beginning of the key's hash, by which the audit names it too
 * @param name what its provider calls it
 */
public record NamedKey(String id, String name, Set<Permission> permissions, Instant madeAt) {}
