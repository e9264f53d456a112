package org.fingerpost.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A door's certificate that nobody has certified, as the JDK's own program makes it. */
public final class MadeCertificate {
    private static final String PASSWORD = "changeit";

    private MadeCertificate() {}

    public static PfxOptions in(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("door.p12");
        String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> line =
                List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "door",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=door.example",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString());
        assertThat(new ProcessBuilder(line).inheritIO().start().waitFor()).isZero();
        return new PfxOptions().setPath(store.toString()).setPassword(PASSWORD);
    }
}
