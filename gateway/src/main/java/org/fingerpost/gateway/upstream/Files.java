package org.fingerpost.gateway.upstream;

import java.util.function.Consumer;
import org.fingerpost.gateway.names.Destination;
import org.fingerpost.gateway.names.Phone;

/** All files of the doors, as one who asks by TFTP sees them. */
@FunctionalInterface
public interface Files {
    /**
     * Looks for a file; calls back exactly once, on any thread, perhaps at once.
     *
     * @param client the IP address of whoever asks, as text
     */
    void open(Destination destination, Phone phone, String client, Consumer<Found> then);
}
