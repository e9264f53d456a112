package org.fingerpost.door.tls;

import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.SSLEngineOptions;

/** What does the arithmetic of TLS. Which protocols and certificates there are is the same. */
public enum TlsEngine {
    /** BoringSSL where it runs, else the JDK's. */
    AUTO,
    /** BoringSSL, or no start. */
    NATIVE,
    JDK;

    /**
     * @throws IllegalStateException if it is to be native, and that is not there
     */
    public SSLEngineOptions options() {
        return options(OpenSSLEngineOptions.isAvailable());
    }

    SSLEngineOptions options(boolean nativeIsThere) {
        return switch (this) {
            case JDK -> new JdkSSLEngineOptions();
            case AUTO -> nativeIsThere ? openSsl() : new JdkSSLEngineOptions();
            case NATIVE -> {
                if (!nativeIsThere) {
                    throw new IllegalStateException(
                            "fingerpost.tls.engine is native, and there is none for this"
                                    + " machine: say auto or jdk");
                }
                yield openSsl();
            }
        };
    }

    private static OpenSSLEngineOptions openSsl() {
        return new OpenSSLEngineOptions();
    }
}
