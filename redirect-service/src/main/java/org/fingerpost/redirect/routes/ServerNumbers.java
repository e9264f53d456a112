package org.fingerpost.redirect.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fingerpost.redirect.routes.nest.Ruling;

/**
 * Gives target servers small numbers, each from the first time it is spoken of: a range may come
 * before its server. A number is not given twice.
 */
final class ServerNumbers {
    private final Map<Long, Ruling.To> rulings = new ConcurrentHashMap<>();
    private final List<Optional<TargetServer>> servers = new ArrayList<>();

    /** One for all claims that send to this server. Any thread may ask. */
    Ruling.To rulingTo(long id) {
        return Optional.ofNullable(rulings.get(id)).orElseGet(() -> fresh(id));
    }

    private synchronized Ruling.To fresh(long id) {
        return rulings.computeIfAbsent(
                id,
                unknown -> {
                    servers.add(Optional.empty());
                    return new Ruling.To(servers.size() - 1);
                });
    }

    void put(TargetServer server) {
        servers.set(rulingTo(server.id()).server(), Optional.of(server));
    }

    void remove(long id) {
        servers.set(rulingTo(id).server(), Optional.empty());
    }

    /** Each at its number. */
    List<Optional<TargetServer>> servers() {
        return servers;
    }
}
