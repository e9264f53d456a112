package org.fingerpost.redirect.answers;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.fingerpost.redirect.instructions.Affixes;
import org.fingerpost.redirect.instructions.Checks;
import org.fingerpost.redirect.instructions.Instructions;
import org.fingerpost.redirect.routes.ServerUrl;
import org.fingerpost.redirect.routes.TargetServer;
import org.fingerpost.redirect.secrets.StoredSetting;
import org.fingerpost.redirect.secrets.Vault;

/** Target servers for tests. */
public final class Servers {
    public static final Vault NO_KEY = new Vault(Optional.empty(), new SecureRandom());

    private Servers() {}

    public static TargetServer plain() {
        return with(Instructions.NONE);
    }

    public static TargetServer with(Checks checks, StoredSetting... settings) {
        return with(Instructions.NONE.with(checks).with(List.of(settings)));
    }

    public static TargetServer with(Affixes configNames, boolean httpRedirect) {
        return with(
                new Instructions(
                        configNames,
                        new Affixes("", "_f"),
                        Checks.KEEP,
                        0,
                        List.of(),
                        httpRedirect));
    }

    public static TargetServer with(Instructions instructions) {
        return new TargetServer(
                5,
                1,
                "main",
                ServerUrl.parse("http://prov.example:8082/p/k"),
                ServerUrl.parse("https://fw.example/f"),
                instructions);
    }
}
