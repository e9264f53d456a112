package org.fingerpost.cli.folder;

import java.util.Optional;
import org.fingerpost.cli.folder.yaml.Spot;

/** A group and the one that it lies in. */
public record DesiredGroup(String name, Optional<String> parent, Spot spot) {}
