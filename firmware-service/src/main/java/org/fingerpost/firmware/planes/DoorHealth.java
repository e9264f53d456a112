package org.fingerpost.firmware.planes;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.fingerpost.access.RedirectState;

/** Ready means: the door serves. A database or a broker that is away changes nothing about that. */
@Readiness
class DoorHealth implements HealthCheck {
    private final RedirectState redirect;
    private final FirmwareState firmware;

    DoorHealth(RedirectState redirect, FirmwareState firmware) {
        this.redirect = redirect;
        this.firmware = firmware;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("door")
                .status(redirect.replica().loaded() && firmware.replica().loaded())
                .withData("redirect", redirect.replica().commit())
                .withData("firmware", firmware.replica().commit())
                .build();
    }
}
