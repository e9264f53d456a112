package org.fingerpost.cli.storm.fleet;

import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.wire.Trust;

/**
 * The installation that a storm is for.
 *
 * @param redirect the service's address, as operators know it; phones ask below {@code /gs} there
 */
public record Site(
        Address redirect, Address config, Address firmware, String operatorKey, Trust trust) {
    private static final String PHONES = "/gs";

    public Site {
        // Who plays one phone says where phones ask; both are understood.
        if (redirect.path().endsWith(PHONES)) {
            String path = redirect.path();
            redirect =
                    new Address(
                            redirect.scheme(),
                            redirect.host(),
                            redirect.port(),
                            path.substring(0, path.length() - PHONES.length()));
        }
    }

    /** Where phones ask out of the carton. */
    public Address door() {
        return redirect.file("gs");
    }

    public boolean isSecure() {
        return redirect.secure() || config.secure() || firmware.secure();
    }

    Api redirectAsOperator() {
        return new Api("redirect", redirect, operatorKey, trust);
    }

    Api redirectAs(String key) {
        return new Api("redirect", redirect, key, trust);
    }

    Api configAs(String key) {
        return new Api("config", config, key, trust);
    }

    Api firmwareAs(String key) {
        return new Api("firmware", firmware, key, trust);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "Site[" + redirect + "]";
    }
}
