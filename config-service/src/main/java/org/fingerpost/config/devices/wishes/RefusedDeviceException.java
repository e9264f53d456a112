package org.fingerpost.config.devices.wishes;

import org.fingerpost.formats.mac.MacAddress;

/** One device of many was refused; the cause says why. */
public final class RefusedDeviceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient MacAddress mac;

    private RefusedDeviceException(MacAddress mac, RuntimeException cause) {
        super(cause);
        this.mac = mac;
    }

    /** Runs this and names the device whose it is if it fails. */
    public static void naming(MacAddress mac, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            throw new RefusedDeviceException(mac, e);
        }
    }

    public MacAddress mac() {
        return mac;
    }

    /** What refused it. */
    public RuntimeException why() {
        return (RuntimeException) getCause();
    }
}
