package org.fingerpost.replica.topic;

import java.util.Optional;
import org.fingerpost.replica.disk.Row;

/**
 * One record of the topic.
 *
 * @param offset where it lies
 * @param commit the commit number of its transaction
 * @param last whether its transaction ends here
 * @param traced the trace it belongs to, if any
 */
record Step(long offset, long commit, boolean last, Row row, Optional<Traced> traced) {}
