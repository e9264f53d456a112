package org.fingerpost.redirect.ouis;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fingerpost.access.Caller;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.Decision;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.attempts.Attempts;
import org.fingerpost.statements.Statements;

/** Keeps the OUIs. The configured ones cost no question to the database. */
@ApplicationScoped
public class Ouis {
    private static final String ADD =
            "INSERT INTO oui (prefix, added_at) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private final Set<Integer> configured;
    private final Statements statements;
    private final Attempts attempts;
    private final Audit audit;
    private final Clock clock;

    public Ouis(
            @ConfigProperty(
                            name = "fingerpost.ranges.ouis",
                            defaultValue = "000B82,C074AD,EC74D7,144CFF")
                    List<String> configured,
            Statements statements,
            Attempts attempts,
            Audit audit,
            Clock clock) {
        this.configured =
                configured.stream()
                        .map(text -> Oui.parse(text).prefix())
                        .collect(Collectors.toSet());
        this.statements = statements;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
    }

    /** The first OUI between the two addresses that is not known; nothing if all are. */
    public Optional<Oui> unknown(MacAddress first, MacAddress last) {
        List<Integer> others =
                IntStream.rangeClosed(Oui.prefixOf(first), Oui.prefixOf(last))
                        .filter(prefix -> !configured.contains(prefix))
                        .limit(100)
                        .boxed()
                        .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> added = attempts.run(this::added);
        return others.stream()
                .filter(prefix -> !added.contains(prefix))
                .findFirst()
                .map(prefix -> new Oui(prefix & ~(1 << 16)));
    }

    /** All of them, in order. */
    public List<Oui> all() {
        return Stream.concat(configured.stream(), attempts.run(this::added).stream())
                .distinct()
                .sorted()
                .map(Oui::new)
                .toList();
    }

    /** Adding twice is adding once. */
    public void add(Caller by, Oui oui) {
        attempts.run(() -> {
            OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
            if (statements.run(ADD, oui.prefix(), now) > 0) {
                audit.record(Decision.ofHouse(by, "oui-added", "oui/" + oui));
            }
            return oui;
        });
    }

    /**
     * What is registered stays.
     *
     * @return false if it was not among those added
     */
    public boolean remove(Caller by, Oui oui) {
        return attempts.run(() -> {
            boolean there = statements.run("DELETE FROM oui WHERE prefix = ?", oui.prefix()) > 0;
            if (there) {
                audit.record(Decision.ofHouse(by, "oui-removed", "oui/" + oui));
            }
            return there;
        });
    }

    private Set<Integer> added() {
        return Set.copyOf(statements.list("SELECT prefix FROM oui", row -> row.getInt(1)));
    }
}
