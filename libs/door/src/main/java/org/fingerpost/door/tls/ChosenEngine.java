package org.fingerpost.door.tls;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/** Has the service's HTTPS port speak through the engine that the settings choose. */
@ApplicationScoped
class ChosenEngine implements HttpServerOptionsCustomizer {
    private final TlsEngine engine;

    ChosenEngine(TlsConfig config) {
        this.engine = config.engine();
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setSslEngineOptions(engine.options());
    }
}
