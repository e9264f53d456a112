package org.fingerpost.config.groups;

import java.util.Optional;

/**
 * A group of a provider's devices.
 *
 * @param parent the group that it lies in
 */
public record Group(String name, Optional<String> parent) {}
