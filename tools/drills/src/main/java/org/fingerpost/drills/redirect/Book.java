package org.fingerpost.drills.redirect;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fingerpost.drills.ledger.Calm;
import org.fingerpost.drills.ledger.History;

/** Every phone and every target server, as it was acknowledged. */
final class Book {
    private final Calm calm;
    private final Map<Long, History<String>> servers = new ConcurrentHashMap<>();
    private final Map<String, Phone> phones = new ConcurrentHashMap<>();

    Book(Calm calm) {
        this.calm = calm;
    }

    /**
     * @param range the id of the phone's range, once it is known
     * @param server where the phone belongs; empty if nowhere
     */
    record Phone(String mac, long range, History<Optional<Long>> server) {}

    History<String> server(long id, String url) {
        return servers.computeIfAbsent(id, _ -> new History<>(url));
    }

    /** A phone whose registration was acknowledged, and that belongs nowhere yet. */
    Phone phone(String mac, long range) {
        Phone phone = new Phone(mac, range, new History<>(Optional.empty()));
        phones.put(mac, phone);
        return phone;
    }

    List<Phone> phones() {
        return List.copyOf(phones.values());
    }

    Map<Long, History<String>> servers() {
        return Map.copyOf(servers);
    }

    /**
     * Where a door may send this phone; an empty text stands for a 404. A phone that was never
     * written belongs nowhere.
     */
    Set<String> possible(String mac, long sent, long answered) {
        Phone phone = phones.get(mac);
        if (phone == null) {
            return Set.of("");
        }
        Set<String> possible = new HashSet<>();
        for (Optional<Long> server : phone.server().possible(sent, answered, calm)) {
            possible.addAll(
                    server.map(id -> servers.get(id).possible(sent, answered, calm))
                            .orElse(Set.of("")));
        }
        return possible;
    }
}
