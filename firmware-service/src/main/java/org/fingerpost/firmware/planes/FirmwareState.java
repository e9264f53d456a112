package org.fingerpost.firmware.planes;

import org.fingerpost.replica.Replica;

/** This service's own state as it has arrived at its door. */
record FirmwareState(Replica replica) {}
