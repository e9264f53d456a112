package org.fingerpost.launcher.deployment;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.fingerpost.launcher.settings.PartName;

/**
 * How one part stands.
 *
 * @param pid empty when it does not run here
 * @param port the one it has or would have; empty before PostgreSQL or Kafka chose theirs
 * @param outside somebody else runs it
 */
public record Standing(
        PartName name,
        OptionalLong pid,
        OptionalInt port,
        boolean ready,
        boolean outside,
        String address,
        Path log) {}
