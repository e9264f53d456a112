package org.fingerpost.gateway.planes;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.fingerpost.gateway.plugandplay.Responder;
import org.fingerpost.gateway.server.TftpServer;

/** Ready means: it listens. A door that is away is that door's trouble, and may be back at once. */
@Readiness
class GatewayHealth implements HealthCheck {
    private final GatewayPlanes planes;

    GatewayHealth(GatewayPlanes planes) {
        this.planes = planes;
    }

    @Override
    public HealthCheckResponse call() {
        boolean listen =
                planes.tftp().map(TftpServer::listens).orElse(true)
                        && planes.plugAndPlay().map(Responder::listens).orElse(true);
        return HealthCheckResponse.named("tftp").status(listen).build();
    }
}
