package org.fingerpost.replica.disk;

/** Which topic of which cluster: a topic made again under its old name has another id. */
public record Origin(String clusterId, String topicId) {}
