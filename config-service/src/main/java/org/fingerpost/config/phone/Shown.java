package org.fingerpost.config.phone;

import java.util.List;
import java.util.Optional;
import org.fingerpost.config.secrets.DeviceLogin;
import org.fingerpost.config.secrets.DeviceToken;

/**
 * What a caller shows of itself.
 *
 * @param steps of the path, one of which may be a token
 * @param overTftp whether what it gets goes on in clear, and by an address that anybody may read
 */
record Shown(List<String> steps, Optional<ShownLogin> login, boolean overTftp) {
    private static final ShownLogin NONE = new ShownLogin("", "");

    /** Every step is compared, so that the time taken does not tell where a token would stand. */
    boolean has(DeviceToken token) {
        boolean has = false;
        for (String step : steps) {
            has |= token.is(step);
        }
        return has;
    }

    /** No login is compared like one. */
    boolean has(DeviceLogin own) {
        ShownLogin shown = login.orElse(NONE);
        return own.is(shown.user(), shown.password());
    }

    @Override
    public String toString() {
        return "Shown[…]";
    }
}
