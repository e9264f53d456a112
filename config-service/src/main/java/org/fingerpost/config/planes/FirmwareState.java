package org.fingerpost.config.planes;

import org.fingerpost.replica.Replica;

/** The firmware service's state as it has arrived here. */
record FirmwareState(Replica replica) {}
