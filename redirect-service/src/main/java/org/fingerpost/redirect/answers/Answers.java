package org.fingerpost.redirect.answers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.routes.TargetServer;
import org.fingerpost.redirect.secrets.Vault;

/** What a phone is answered, in the dialect it asks in. Asking never waits. */
@ApplicationScoped
public class Answers {
    private final Vault vault;
    private final Map<Long, ServerAnswers> byServer = new ConcurrentHashMap<>();

    public Answers(Vault vault) {
        this.vault = vault;
    }

    /** {@code cfg{mac}}. */
    public Rendered binary(TargetServer server, MacAddress mac, Asker asker) {
        return of(server).get(ServerAnswers.Form.BINARY, asker).fill(mac);
    }

    /** {@code cfg{mac}.xml}. */
    public Rendered xml(TargetServer server, MacAddress mac, Asker asker) {
        return of(server).get(ServerAnswers.Form.XML, asker).fill(mac);
    }

    /** {@code cfg.xml}, asked for by a phone that named its MAC address elsewhere. */
    public Rendered genericXml(TargetServer server, MacAddress mac, Asker asker) {
        return of(server).get(ServerAnswers.Form.GENERIC_XML, asker).fill(mac);
    }

    /** A target server that was changed is another value, and what was made of the old one goes. */
    private ServerAnswers of(TargetServer server) {
        ServerAnswers known = byServer.get(server.id());
        if (known == null || !known.areOf(server)) {
            known = new ServerAnswers(server, vault);
            byServer.put(server.id(), known);
        }
        return known;
    }
}
