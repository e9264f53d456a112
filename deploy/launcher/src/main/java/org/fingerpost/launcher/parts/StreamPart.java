package org.fingerpost.launcher.parts;

/** A Kafka, ours or somebody else's. */
public interface StreamPart extends Part {
    String bootstrapServers();
}
