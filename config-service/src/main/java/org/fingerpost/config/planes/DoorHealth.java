package org.fingerpost.config.planes;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.fingerpost.access.RedirectState;

/** Ready means: the door serves. A database or a broker that is away changes nothing about that. */
@Readiness
class DoorHealth implements HealthCheck {
    private final RedirectState redirect;
    private final ConfigState config;

    DoorHealth(RedirectState redirect, ConfigState config) {
        this.redirect = redirect;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("door")
                .status(redirect.replica().loaded() && config.replica().loaded())
                .withData("redirect", redirect.replica().commit())
                .withData("config", config.replica().commit())
                .build();
    }
}
