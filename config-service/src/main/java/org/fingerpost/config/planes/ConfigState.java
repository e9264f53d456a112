package org.fingerpost.config.planes;

import org.fingerpost.replica.Replica;

/** This service's own state as it has arrived here. */
record ConfigState(Replica replica) {}
