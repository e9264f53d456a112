package org.fingerpost.redirect.answers;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiFunction;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.pvalue.Setting;
import org.fingerpost.redirect.instructions.Checks;
import org.fingerpost.redirect.instructions.FamilyClass;
import org.fingerpost.redirect.routes.Redirection;
import org.fingerpost.redirect.routes.TargetServer;
import org.fingerpost.redirect.secrets.StoredSetting;
import org.fingerpost.redirect.secrets.Vault;
import org.jboss.logging.Logger;

/** All that is ever said of one target server, each prepared when it is first asked for. */
final class ServerAnswers {
    private static final Logger LOG = Logger.getLogger(ServerAnswers.class);

    enum Form {
        BINARY(BinaryTemplate::new),
        XML(XmlTemplate::own),
        GENERIC_XML(XmlTemplate::generic);

        private final BiFunction<PValues, Integer, Template> template;

        Form(BiFunction<PValues, Integer, Template> template) {
            this.template = template;
        }
    }

    private static final int FORMS = Form.values().length;

    private final TargetServer server;
    private final Vault vault;
    private final AtomicReferenceArray<Prepared> prepared =
            new AtomicReferenceArray<>(FamilyClass.count() * 4 * FORMS);

    ServerAnswers(TargetServer server, Vault vault) {
        this.server = server;
        this.vault = vault;
    }

    boolean areOf(TargetServer other) {
        return server == other;
    }

    Prepared get(Form form, Asker asker) {
        FamilyClass family = FamilyClass.of(asker.model());
        boolean secrets = asker.secure() && server.instructions().holdSecrets();
        int variant = (secrets ? 2 : 0) + (asker.carries() ? 1 : 0);
        int slot = (family.index() * 4 + variant) * FORMS + form.ordinal();
        Prepared known = prepared.get(slot);
        if (known == null) {
            // Two threads may make the same; either serves.
            known = prepare(form, family, secrets, asker.carries());
            prepared.set(slot, known);
        }
        return known;
    }

    private Prepared prepare(Form form, FamilyClass family, boolean secrets, boolean carries) {
        Checks checks = server.instructions().checks();
        PValues settings = settings(secrets);
        return new Prepared(
                checks,
                checks.areSpread() && Redirection.tellsOwnInterval(checks, family),
                minutes -> Redirection.of(server, family, carries, minutes, settings),
                form.template);
    }

    /**
     * A secret that does not open is left out: a phone without it is better off than unredirected.
     */
    private PValues settings(boolean secrets) {
        PValues.Builder settings = PValues.builder();
        for (StoredSetting stored : server.instructions().settings()) {
            if (secrets || stored instanceof StoredSetting.Plain) {
                Optional<Setting> open = vault.open(stored, server.id());
                open.ifPresent(settings::put);
                if (open.isEmpty()) {
                    LOG.errorf(
                            "%s of target server %d was sealed under a key that is not here: phones"
                                    + " are not told it (fingerpost.redirect.key-file)",
                            stored.p(), server.id());
                }
            }
        }
        return settings.build();
    }
}
